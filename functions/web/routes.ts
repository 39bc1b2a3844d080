import type { Route } from './route.ts';
import { startRoute } from './start/start.ts';

/** Every route there is. The access test walks over them all as every role. */
export const ROUTES: readonly Route[] = [startRoute];
