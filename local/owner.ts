import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { type EmbeddedDynamo, startEmbeddedDynamo } from './embedded-dynamo.ts';
import { OWNER_HEADER } from './embedded-dynamo-worker.ts';
import { PlainError } from './plain-error.ts';

const OwnerSchema = z.object({
  pid: z.int(),
  host: z.string(),
  endpoint: z.url(),
  token: z.string(),
});
type Owner = z.infer<typeof OwnerSchema>;

/** The database of a data folder as this process has it: `mine` when this process owns the folder. */
export type HeldDatabase = EmbeddedDynamo & { readonly mine: boolean };

/** How often, and how long apart, a folder that another process is just opening or leaving is tried again. */
export type Patience = { readonly tries: number; readonly pauseMs: number };

/**
 * Opens the database of a data folder, or joins the process that has it open.
 *
 * `owner.json` names the owner and its loopback endpoint; LevelDB's lock decides who that is. A live
 * owner is used through its endpoint. A dead one's file is taken over, even if its process number
 * has gone to another program since. A folder that is open elsewhere and does not answer, or that
 * another machine has, gives a PlainError.
 */
export async function holdOrJoin(
  root: string,
  patience: Patience = { tries: 20, pauseMs: 250 },
): Promise<HeldDatabase> {
  await mkdir(root, { recursive: true });
  for (let left = patience.tries; left > 0; left -= 1) {
    const owner = await readOwner(root);
    if (owner !== undefined && (await answers(owner))) {
      return { endpoint: owner.endpoint, mine: false, close: async () => {} };
    }
    const held = await hold(root);
    if (held !== undefined) return held;
    await new Promise((resolve) => setTimeout(resolve, patience.pauseMs));
  }
  const owner = await readOwner(root);
  const who = owner === undefined ? 'another program' : `another program (process ${owner.pid})`;
  throw new PlainError(
    `The data folder ${root} is held by ${who} that does not answer. End that program, or choose another folder with --data DIR.`,
  );
}

const ownerFile = (root: string) => join(root, 'owner.json');

async function hold(root: string): Promise<HeldDatabase | undefined> {
  const token = randomUUID();
  const database = await startEmbeddedDynamo({ path: join(root, 'dynamodb'), token }).catch(
    (error: unknown) => {
      if (isHeldElsewhere(error)) return undefined;
      throw error;
    },
  );
  if (database === undefined) return undefined;
  await writeOwner(root, {
    pid: process.pid,
    host: hostname(),
    endpoint: database.endpoint,
    token,
  });
  const close = async () => {
    await database.close();
    if ((await readOwner(root))?.token === token) await rm(ownerFile(root), { force: true });
  };
  return { endpoint: database.endpoint, mine: true, close };
}

/** What dynalite says, at its first request, of a folder that another process has open. */
function isHeldElsewhere(error: unknown): boolean {
  return error instanceof Error && /not open|is closed|LOCK/i.test(error.message);
}

async function readOwner(root: string): Promise<Owner | undefined> {
  const text = await readFile(ownerFile(root), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const owner = OwnerSchema.safeParse(parsed(text)).data;
  if (owner === undefined) {
    throw new PlainError(
      `${ownerFile(root)} is not one of ours, so who holds the data folder cannot be told. Delete that file if no other program uses the folder, or choose another folder with --data DIR.`,
    );
  }
  if (owner.host !== hostname()) {
    throw new PlainError(
      `The data folder ${root} is held by process ${owner.pid} on the machine ${owner.host}. End it there, or choose another folder with --data DIR. If that machine is gone, delete ${ownerFile(root)}.`,
    );
  }
  return owner;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Written aside and then renamed, so that nobody ever reads half of it. */
async function writeOwner(root: string, owner: Owner): Promise<void> {
  const aside = `${ownerFile(root)}.${owner.token}`;
  await writeFile(aside, `${JSON.stringify(owner, null, 2)}\n`);
  await rename(aside, ownerFile(root));
}

/** True when the process that wrote the file is there: its token comes back with every answer. */
async function answers(owner: Owner): Promise<boolean> {
  try {
    const answer = await fetch(owner.endpoint, { signal: AbortSignal.timeout(2_000) });
    await answer.body?.cancel();
    return answer.headers.get(OWNER_HEADER) === owner.token;
  } catch {
    return false;
  }
}
