import type { Member } from '../../../shared/access/member.ts';
import type { Clocks } from '../../../shared/calendar/clocks.ts';
import type { CoverageRow, Denominator, ScopeType } from '../../../shared/coverage/coverage-row.ts';
import type { WebDeps } from '../deps.ts';
import { coverageIn, type Published, publishedIn } from '../releases/published.ts';
import { figuresFor, isSmall } from './figures.ts';
import { type Kept, keptLast } from './kept.ts';
import type { Weeks } from './weeks-asked.ts';

/** The rows of two weeks. `versions`: of the releases that they are from; null: worked out now. */
type Sides = {
  readonly before: readonly CoverageRow[];
  readonly after: readonly CoverageRow[];
  readonly versions: { readonly from: string; readonly to: string; readonly place: string } | null;
};

type Cut = { readonly by: ScopeType; readonly denominator: Denominator };

/**
 * The figures of two weeks as both were published, where both were; else both worked out now: a published
 * figure beside one that is not would differ by what came late.
 */
export async function sidesFor(
  deps: Pick<WebDeps, 'reports' | 'world'>,
  member: Member,
  { from, to, by, denominator }: Weeks & Cut,
): Promise<Sides> {
  const place = placeFor(member, by);
  const published = place === null ? null : await bothPublished(deps, place, [from, to] as const);
  if (published !== null) {
    const own = (rows: readonly CoverageRow[]) =>
      rows.filter((row) => row.scope_type === by && row.denominator === denominator);
    const [before, after] = published.rows;
    return { before: own(before), after: own(after), versions: published.versions };
  }
  const [earlier, later] = [await deps.world.on(from), await deps.world.on(to)];
  const ask = { by, denominator, of: null };
  return {
    before: figuresFor(member, earlier, ask),
    after: figuresFor(member, later, ask),
    versions: null,
  };
}

/** In whose release a reader's rows stand: England's down to the ICB, below it their ICB's own. */
function placeFor({ scope }: Member, by: ScopeType): string | null {
  if (!isSmall(by) || scope.type === 'england') return 'ENGLAND';
  return scope.type === 'icb' ? scope.code : null;
}

type Rows = readonly CoverageRow[];
type Both = {
  readonly rows: readonly [Rows, Rows];
  readonly versions: NonNullable<Sides['versions']>;
};

async function bothPublished(
  deps: Pick<WebDeps, 'reports'>,
  place: string,
  [from, to]: readonly [Clocks, Clocks],
): Promise<Both | null> {
  const of = (clocks: Clocks) =>
    publishedIn(deps, { week: clocks.validAt, version: undefined, place });
  const [earlier, later] = [await of(from), await of(to)];
  if (earlier === null || later === null) return null;
  const [before, after] = [await keptRows(deps, earlier), await keptRows(deps, later)];
  if (before === undefined || after === undefined) return null;
  const versions = { from: earlier.link.version, to: later.link.version, place };
  return { rows: [before, after], versions };
}

type KeptRows = Kept<Promise<Rows | undefined>>;
/** What was published never changes. */
const REPORTS = new WeakMap<WebDeps['reports'], KeptRows>();

function keptRows(deps: Pick<WebDeps, 'reports'>, published: Published) {
  const kept: KeptRows = REPORTS.get(deps.reports) ?? keptLast(6);
  REPORTS.set(deps.reports, kept);
  const key = `${published.link.folder} ${published.place}`;
  return kept(key, () => coverageIn(deps, published));
}
