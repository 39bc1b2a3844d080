import type { Route } from '../route.ts';
import { fileRoute } from './file-route.ts';
import { listRoute } from './list-route.ts';

/** The empty files to fill in: the list, and each of them. */
export const templateRoutes: readonly Route[] = [listRoute, fileRoute];
