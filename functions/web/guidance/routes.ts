import type { Route } from '../route.ts';
import { glossaryRoute } from './glossary-route.ts';
import { rulesRoute } from './rules-route.ts';
import { statementRoutes } from './statement-routes.ts';

/** Pages about nobody: the glossary, the rules, accessibility, cookies. */
export const guidanceRoutes: readonly Route[] = [glossaryRoute, rulesRoute, ...statementRoutes];
