import type { Route } from '../route.ts';
import { auditRoute } from './audit-route.ts';
import { chainRoute } from './chain-route.ts';
import { checkRoute } from './check-route.ts';
import { dpiaRoute } from './dpia-route.ts';

/** The information-governance officer's pages: the register of DPIAs, the audit, the chain of releases. */
export const governanceRoutes: readonly Route[] = [dpiaRoute, auditRoute, chainRoute, checkRoute];
