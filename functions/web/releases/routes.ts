import type { Route } from '../route.ts';
import { fileRoute } from './file-route.ts';
import { listRoute } from './list-route.ts';
import { releaseRoute } from './release-route.ts';

/** The published releases: the list, one of them, its files. */
export const releaseRoutes: readonly Route[] = [listRoute, releaseRoute, fileRoute];
