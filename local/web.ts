import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { openAside } from '../functions/intake/open-aside.ts';
import { SILENT } from '../functions/log.ts';
import { webApp } from '../functions/web/app.ts';
import type { AppParts, Env } from '../functions/web/app-parts.ts';
import { readAssets } from '../functions/web/assets.ts';
import type { WebDeps } from '../functions/web/deps.ts';
import { drawer } from '../functions/web/draw.ts';
import { ROUTES } from '../functions/web/routes.ts';
import { worldOf } from '../functions/web/world.ts';
import { type Day, longDay } from '../shared/calendar/day.ts';
import { folderGrants } from '../shared/store/folder-grants.ts';
import { folderQuarantine } from '../shared/store/folder-quarantine.ts';
import { LAST_MONDAY } from './first-page.ts';
import type { Machine } from './machine.ts';
import { now, today } from './now.ts';
import { STORAGE_PATH } from './storage-path.ts';
import { uploadSecret } from './upload-secret.ts';

/** How old facts may be that a page shows: one machine's ledger is looked at quickly. */
const MOST_AGE_MS = 1_000;

/** What the routes work with on one machine. Pages of sample data show the last day of its story. */
export async function webDepsOn(machine: Machine, address: string): Promise<WebDeps> {
  const { root } = machine.folder;
  const grants = folderGrants({
    url: `${address}${STORAGE_PATH}`,
    secret: await uploadSecret(root),
    now,
  });
  const isSample = (await machine.folder.sample()) !== undefined;
  return {
    ...machine,
    world: worldOf({ ledger: machine.ledger, now, mostAgeMs: MOST_AGE_MS }),
    quarantine: folderQuarantine(root, grants),
    messages: settling(machine),
    open: openAside,
    newId: randomUUID,
    address,
    today: () => (isSample ? LAST_MONDAY : today()),
    now,
    madeUp: isSample,
  };
}

/** News is settled at once: nobody else wakes the state step here. */
function settling(machine: Machine): WebDeps['messages'] {
  return {
    async send(practices, validAt) {
      await machine.news.send(practices, validAt);
      await machine.settle();
    },
  };
}

type Ask = Pick<AppParts, 'signIn' | 'identify' | 'counts' | 'formOrigins'>;

/** The whole web on one machine, with who signs in and how as it is given. */
export function webOn(deps: WebDeps, ask: Ask): Hono<Env> {
  const assets = readAssets();
  const madeUp = deps.madeUp ? longDay(deps.today() as Day) : null;
  const draw = drawer({ assets: assets.addresses, madeUp });
  return webApp({ deps, routes: ROUTES, assets, draw, log: SILENT, ...ask });
}
