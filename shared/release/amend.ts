import { counted } from '../coverage/figure-words.ts';
import { CAUSE_WORDS } from '../coverage/moved/cause-words.ts';
import type { Leg } from '../coverage/moved/leg.ts';
import { type MovementRow, movement } from '../coverage/moved/movement.ts';
import { newsBetween } from '../coverage/moved/news.ts';
import { whoMoved } from '../coverage/moved/who-moved.ts';
import type { Row, Table } from '../coverage/table.ts';
import { knownFacts } from '../evidence/known.ts';
import { groupByPractice } from '../state/practice-on-day.ts';
import type { ReleaseJson } from './files/json.ts';
import type { Manifest } from './manifest.ts';
import type { Release } from './release.ts';
import { ENGLAND } from './release.ts';
import { releaseOf } from './release-of.ts';
import { type Restated, type Restatement, restatedBetween } from './tables/restatements.ts';
import { type Amended, nextVersion } from './version.ts';
import { type WorkedOut, workOut } from './worked-out.ts';

/** A version of a week as it was published for England. */
export type Published = { readonly manifest: Manifest; readonly json: ReleaseJson };

/** The next version of a week, with the log of all its restatements so far. */
export type Amendment = {
  readonly version: string;
  readonly amended: Amended;
  readonly restatements: readonly Restatement[];
};

type Ask = {
  readonly was: Published;
  /** The week worked out anew: same day, same rules, more known. */
  readonly worked: WorkedOut;
  readonly codeVersion: string;
};

/**
 * What an amendment is: refused where no table of the release would say anything else; a change of
 * method where this code works the earlier version's own facts out differently; a correction where nothing
 * but corrections came; else news. (Design: versions and restatements.)
 */
export function amendmentOf({
  was,
  worked,
  codeVersion,
}: Ask): Amendment | { readonly refused: string } {
  const now = asPublished(worked, was.manifest);
  const differing = Object.values(now.tables).filter((table) => differs(was.json, table));
  if (differing.length === 0) {
    return { refused: `nothing would change: version ${was.manifest.version} says the same` };
  }
  const isMethod = codeVersion !== was.manifest.codeVersion && comesOutDifferently(was, worked);
  const amended: Amended = isMethod
    ? 'method'
    : isCorrectionOnly(was, worked)
      ? 'correction'
      : 'news';
  const version = nextVersion(was.manifest.version, amended);
  const versions = { version, replaces: was.manifest.version };
  const rows = restatedBetween(was.json.tables['coverage']!, now.tables.coverage);
  const causes = causesOf(was, worked, amended);
  const restated =
    rows.length > 0
      ? rows.map((row) => logged(row, causes(row)))
      : differing.map((table) => unrestated(table, amended));
  const log = (was.json.tables['restatements']?.rows ?? []) as unknown as readonly Restatement[];
  return {
    version,
    amended,
    restatements: [...log, ...restated.map((row) => ({ ...versions, ...row }))],
  };
}

/** The tables as the release would have them, but for what changes with every version. */
function asPublished(
  worked: WorkedOut,
  { week, version, note, madeUp, codeVersion }: Manifest,
): Release {
  const { clocks, comparedWith } = worked.ask;
  const head = { week, scope: ENGLAND, version, note, clocks, comparedWith, madeUp, codeVersion };
  return releaseOf(worked, head, []);
}

/** The log of restatements itself, and tables that are in no JSON, say nothing new. */
function differs(was: ReleaseJson, { name, columns, rows }: Table): boolean {
  const old = was.tables[name];
  if (name === 'restatements' || old === undefined) return false;
  const cells = (all: readonly Row[]) => all.map((row) => columns.map(({ key }) => row[key]));
  return JSON.stringify(cells(old.rows)) !== JSON.stringify(cells(rows));
}

function comesOutDifferently(was: Published, worked: WorkedOut): boolean {
  const { clocks } = was.manifest;
  const again = asPublished(workOut({ ...worked.ask, clocks }), was.manifest);
  return Object.values(again.tables).some((table) => differs(was.json, table));
}

/** Practice by practice: what became known since were corrections, and nothing else. */
function isCorrectionOnly(was: Published, { ask }: WorkedOut): boolean {
  const [then, now] = [was.manifest.clocks.knownAt, ask.clocks.knownAt];
  let corrected = false;
  for (const facts of groupByPractice(ask.facts).values()) {
    if (!facts.some(({ receivedAt }) => receivedAt > then && receivedAt <= now)) continue;
    const { late, corrections, gone } = newsBetween(
      knownFacts(facts, then),
      knownFacts(facts, now),
    );
    if (late.length > 0) return false;
    if (corrections.length + gone.length > 0) corrected = true;
  }
  return corrected;
}

type Causes = (row: Restated) => string;
const OTHERWISE: Readonly<Record<Amended, string>> = {
  correction: 'corrections since the version before',
  news: 'news since the version before',
  method: 'a change of method',
};

/** Of figures that practices move: the parts by cause, which add up to the difference; else what came. */
function causesOf(was: Published, { ask }: WorkedOut, amended: Amended): Causes {
  if (amended === 'method') return () => OTHERWISE.method;
  const grouped = groupByPractice(ask.facts);
  const ways = {
    from: was.manifest.clocks,
    to: ask.clocks,
    denominator: 'open',
    entries: ask.entries,
  } as const;
  const rows = movementEverywhere(whoMoved(grouped, ways));
  return ({ key, figure }) => {
    const column = `${figure}_change` as keyof MovementRow;
    const parts = rows
      .filter((row) => row.scope_type === key.scopeType && row.scope_code === key.scopeCode)
      .map((row) => ({ cause: row.cause, change: row[column] }))
      .filter(
        ({ cause, change }) => cause !== 'total' && typeof change === 'number' && change !== 0,
      );
    if (key.denominator !== 'open' || parts.length === 0) return OTHERWISE[amended];
    return parts.map(({ cause, change }) => part(cause, Number(change))).join('; ');
  };
}

function movementEverywhere(legs: readonly Leg[]): readonly MovementRow[] {
  const cuts = ['national', 'region', 'icb', 'sub-icb', 'pcn', 'supplier'] as const;
  return cuts.flatMap((by) => movement(legs, { by }));
}

function part(cause: MovementRow['cause'], change: number): string {
  const word = cause === 'total' ? cause : CAUSE_WORDS[cause].name;
  return `${word} ${change < 0 ? '−' : '+'}${counted(Math.abs(change))}`;
}

type Logged = Omit<Restatement, 'version' | 'replaces'>;

function logged({ key, figure, was, is }: Restated, cause: string): Logged {
  const text = (cell: Restated['was']) => (cell === null ? null : String(cell));
  const place = {
    scope_type: key.scopeType,
    scope_code: key.scopeCode,
    denominator: key.denominator,
  };
  return { ...place, figure, was: text(was), is: text(is), cause };
}

/** No figure of coverage changed, but something that stands behind it did. */
function unrestated({ name, rows }: Table, amended: Amended): Logged {
  const place = { scope_type: null, scope_code: null, denominator: null };
  return {
    ...place,
    figure: `table ${name}`,
    was: null,
    is: `${counted(rows.length)} rows`,
    cause: OTHERWISE[amended],
  };
}
