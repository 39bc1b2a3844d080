import { alertRoutes } from './alerts/routes.ts';
import { apiPageRoute } from './api/page.ts';
import { coverageRoutes } from './coverage/routes.ts';
import { governanceRoutes } from './governance/routes.ts';
import { guidanceRoutes } from './guidance/routes.ts';
import { practiceRoute } from './practice/practice-route.ts';
import { remarkRoute } from './practice/remark-route.ts';
import { sourceRoute } from './practice/source-route.ts';
import { listRoute } from './practices/list-route.ts';
import { releaseRoutes } from './releases/routes.ts';
import type { Route } from './route.ts';
import { startRoute } from './start/start.ts';
import { templateRoutes } from './templates/routes.ts';
import { uploadRoutes } from './uploads/routes.ts';

/** Every route there is. The access test walks over them all as every role. */
export const ROUTES: readonly Route[] = [
  startRoute,
  listRoute,
  practiceRoute,
  sourceRoute,
  remarkRoute,
  ...uploadRoutes,
  ...coverageRoutes,
  ...releaseRoutes,
  ...templateRoutes,
  ...alertRoutes,
  ...governanceRoutes,
  ...guidanceRoutes,
  apiPageRoute(() => ROUTES),
];
