import { AUDIT_VERBS, type AuditEntry } from '../../../shared/access/audit-entry.ts';
import type { Member } from '../../../shared/access/member.ts';
import { londonDay } from '../../../shared/calendar/day.ts';
import { byCodeUnits } from '../../../shared/coverage/by-code-units.ts';
import type { Column, Table } from '../../../shared/coverage/table.ts';
import type { WebDeps } from '../deps.ts';
import { partOf } from '../list/part-of-list.ts';
import { type Answer, type Asked, reading } from '../route.ts';
import { auditView } from './audit-page.ts';
import { AuditAsk, AuditSays } from './audit-says.ts';

/** `/audit`: who did what, newest first. Reading it writes nothing. */
export const auditRoute = reading({
  path: '/audit',
  about: 'Who did what in a month, newest first',
  ask: AuditAsk,
  action: 'read-audit',
  on: async () => ({ kind: 'own' }),
  answers: AuditSays,
  answer: answerOf,
  page: auditView,
});

async function answerOf(
  { audit }: Pick<WebDeps, 'audit'>,
  { ask, member, moment, query }: Asked<AuditAsk>,
): Promise<Answer<AuditSays>> {
  const thisMonth = londonDay(moment).slice(0, 7);
  const month = ask.month ?? thisMonth;
  const theirs = numbered((await audit.of(month)).filter((entry) => isTheirs(member, entry)));
  const shown = theirs.filter(({ entry }) => ask.did === undefined || entry.did === ask.did);
  const part = partOf(shown, { keyOf: ({ key }) => key, query });
  const says = {
    ...{ month, this_month: thisMonth },
    entries: shown.length,
    by_verb: AUDIT_VERBS.map((did) => ({
      did,
      entries: theirs.filter(({ entry }) => entry.did === did).length,
    })).filter((one) => one.entries > 0),
    ...{ page: part.page, pages: part.pages },
  };
  return { says, tables: [auditTable(part.rows.map(({ entry }) => entry))], next: part.next };
}

/** An officer of an ICB sees what was done in its matters; one for England sees all. */
function isTheirs({ scope }: Pick<Member, 'scope'>, { icb }: AuditEntry): boolean {
  return scope.type === 'england' || (scope.type === 'icb' && icb === scope.code);
}

type Numbered = { readonly entry: AuditEntry; readonly key: string };

/** Keys that sort newest first, and name one entry while older ones never change. */
function numbered(newestFirst: readonly AuditEntry[]): readonly Numbered[] {
  const oldestFirst = newestFirst.toReversed().toSorted((a, b) => byCodeUnits(a.at, b.at));
  return oldestFirst
    .map((entry, at) => ({ entry, key: String(MANY - at).padStart(9, '0') }))
    .reverse();
}

/** More than a month can have. */
const MANY = 999_999_999;

const COLUMNS = [
  { key: 'at', heading: 'When (UTC)', holds: 'text' },
  { key: 'name', heading: 'Who', holds: 'text' },
  { key: 'role', heading: 'As', holds: 'text' },
  { key: 'did', heading: 'Did', holds: 'code' },
  { key: 'what', heading: 'To what', holds: 'code' },
  { key: 'icb', heading: 'ICB', holds: 'code' },
  { key: 'subject', heading: 'Signed in as', holds: 'code' },
] as const satisfies readonly Column[];

function auditTable(entries: readonly AuditEntry[]): Table {
  return {
    name: 'audit',
    title: 'Who did what',
    says: 'A row is one thing that somebody did, newest first.',
    columns: COLUMNS,
    rows: entries.map(({ at, name, role, did, what, icb, subject }) => ({
      ...{ at, name, role, did, what, icb, subject },
    })),
  };
}
