import type { Hono } from 'hono';
import type { RequestCounts } from '../../shared/store/request-counts.ts';
import type { Log } from '../log.ts';
import type { Assets } from './assets.ts';
import type { WebDeps } from './deps.ts';
import type { Draw } from './draw.ts';
import type { Identified } from './identify.ts';
import type { KeptBodies } from './kept-bodies.ts';
import type { Route } from './route.ts';

/** All that the app is put together from; `handler.ts` in the cloud and `local/web.ts` on one machine give it. */
export type AppParts = {
  readonly deps: WebDeps;
  readonly routes: readonly Route[];
  readonly signIn: Hono;
  readonly identify: (request: Request) => Promise<Identified>;
  readonly counts: RequestCounts;
  readonly draw: Draw;
  readonly assets: Assets;
  /** Other origins to which forms lead: the storage of uploads, and the identity provider. */
  readonly formOrigins: readonly string[];
  readonly log: Log;
};

export type Env = { Variables: { identified: Identified } };

/** What a page is made with. */
export type PageTools = Pick<AppParts, 'deps' | 'draw'> & { readonly kept: KeptBodies };
