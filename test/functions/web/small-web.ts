import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import type { WebDeps } from '../../../functions/web/deps.ts';
import { dataFolder } from '../../../local/data-folder.ts';
import { type Machine, openMachine } from '../../../local/machine.ts';
import { webDepsOn, webOn } from '../../../local/web.ts';
import type { Member, MemberScope, Role } from '../../../shared/access/member.ts';
import { day, instant } from '../../../shared/calendar/day.ts';
import type { Fact } from '../../../shared/evidence/fact.ts';
import {
  booked,
  extract,
  letter,
  listing,
  listSize,
  membership,
  plan,
} from '../../shared/builders.ts';

/** Where the web of tests is. */
export const ADDRESS = 'http://127.0.0.1:4000';
/** The day that its pages show by themselves. */
export const ON = '2023-12-04';

type Place = { icb: string; subIcb: string; pcn: string };
const HERE: Place = { icb: 'QHM', subIcb: '16C', pcn: 'U12345' };
const THERE: Place = { icb: 'QOX', subIcb: '11E', pcn: 'U54321' };

const known = (code: string, place: Place): Fact[] => [
  listing({ code, icb: place.icb, subIcb: place.subIcb }),
  listSize({ code }),
  membership({ code, ...place }),
];

/**
 * Two ICBs. At QHM: A81001 paused by letter, A81002 with a plan, A81003 live, A81004 without evidence; A81001
 * and A81002 are of one PCN. At QOX: B81001 live, B81002 booked.
 */
export const SMALL: readonly Fact[] = [
  ...['A81001', 'A81002'].flatMap((code) => known(code, HERE)),
  ...['A81003', 'A81004'].flatMap((code) => known(code, { ...HERE, pcn: 'U12346' })),
  ...['B81001', 'B81002'].flatMap((code) => known(code, THERE)),
  letter({ code: 'A81001', sentOn: '2022-12-01' }),
  plan({ code: 'A81002', agreedOn: '2023-10-02', targetOn: '2024-01-31', asAt: '2023-10-02' }),
  ...extract({ code: 'A81003', asAt: '2023-11-27', on: true, since: '2023-09-04' }),
  ...extract({ code: 'B81001', asAt: '2023-11-27', on: true, since: '2023-09-04' }),
  ...extract({ code: 'B81002', asAt: '2023-11-27' }),
  booked({ code: 'B81002', asAt: '2023-11-27', on: '2023-12-18' }),
];

const icb = (code: string): MemberScope => ({ type: 'icb', code });
const person = (role: Role, scope: MemberScope, name: string): Member => ({
  subject: `${role}-${name}`,
  name,
  role,
  scope,
  endedOn: null,
});

/** One person for each role, at QHM where a role has a place, and two at QOX. */
export const PEOPLE = {
  practice: person('practice', { type: 'practices', codes: ['A81001' as never] }, 'Priya Manager'),
  pcn: person('pcn-manager', { type: 'pcn', code: 'U12345' }, 'Paul Network'),
  supplier: person('supplier', { type: 'supplier', code: 'EMIS' }, 'Sam Supplier'),
  analyst: person('analyst', icb('QHM'), 'Ana Lyst'),
  commissioner: person('commissioner', icb('QHM'), 'Colin Commissioner'),
  officer: person('ig-officer', icb('QHM'), 'Iris Governance'),
  nationalOfficer: person('ig-officer', { type: 'england' }, 'Ines Governance'),
  national: person('national', { type: 'england' }, 'Nadia National'),
  otherPractice: person('practice', { type: 'practices', codes: ['B81001' as never] }, 'Olu Other'),
  otherAnalyst: person('analyst', icb('QOX'), 'Otto Other'),
} as const satisfies Record<string, Member>;

export type SmallWeb = {
  readonly deps: WebDeps;
  readonly machine: Machine;
  /** Asks as a member; null: as nobody. Forms go as `form`, JSON as `json`. */
  ask(member: Member | null, path: string, init?: Init): Promise<Response>;
  close(): Promise<void>;
};
type Init = {
  readonly form?: Readonly<Record<string, string | Blob>>;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/**
 * The whole web on a folder of its own, with the stores of one machine and these facts in its ledger; who
 * asks is said by the test in place of a session.
 */
export async function smallWeb(facts: readonly Fact[] = SMALL): Promise<SmallWeb> {
  const root = await mkdtemp(join(tmpdir(), 'rollout-web-'));
  const machine = await openMachine(dataFolder(root));
  await commit(machine, facts);
  const deps: WebDeps = {
    ...(await webDepsOn(machine, ADDRESS)),
    today: () => day(ON),
  };
  const members = new Map<string, Member>();
  const app = webOn(deps, {
    signIn: new Hono(),
    formOrigins: [],
    counts: { add: async () => 1 },
    async identify(request) {
      const subject = request.headers.get('x-test-subject');
      const member = members.get(subject ?? '') ?? null;
      return { member, isSignedIn: subject !== null, cookie: null, accessToken: null };
    },
  });
  return {
    deps,
    machine,
    async ask(member, path, { form, json, headers = {} } = {}) {
      if (member !== null) members.set(member.subject, member);
      const who: Record<string, string> =
        member === null ? {} : { 'x-test-subject': member.subject };
      const sent = bodyOf(form, json);
      return app.request(`${ADDRESS}${path}`, {
        ...(sent !== undefined && { method: 'POST', body: sent.body }),
        headers: { origin: ADDRESS, ...who, ...sent?.headers, ...headers },
      });
    },
    async close() {
      await machine.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}

function bodyOf(form: Init['form'], json: unknown) {
  if (json !== undefined) {
    return { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } };
  }
  if (form === undefined) return undefined;
  const body = new FormData();
  for (const [name, value] of Object.entries(form)) body.append(name, value);
  return { body, headers: {} };
}

/** Facts as if uploads had brought them, each under the upload that it names. */
export async function commit(
  { ledger, index, work }: Machine,
  facts: readonly Fact[],
): Promise<void> {
  for (const [uploadId, own] of Map.groupBy(facts, ({ source }) => source.uploadId)) {
    const [{ source, receivedAt, asAt }] = own as [Fact];
    const { sha256, sender } = source;
    const fileName = `${uploadId}.csv`;
    const upload = { uploadId, sha256, sender, receivedAt: instant(receivedAt), asAt, fileName };
    await work.announce(upload);
    await ledger.commit(upload, own);
  }
  await index.add(facts);
}
