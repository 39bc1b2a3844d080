import type { Headline } from '../../shared/alert/messages/digest.ts';
import { addDays, type Day } from '../../shared/calendar/day.ts';
import { latestOf } from '../../shared/release/chain.ts';
import type { ReleaseJson } from '../../shared/release/files/json.ts';
import type { Reports } from '../../shared/store/object-reports.ts';
import { jsonOf } from '../release/read-release.ts';

/** By place: its type and code, such as `icb QHM`. */
export type Headlines = ReadonlyMap<string, Headline>;

/**
 * The coverage of every place as the release of a week gives it, of open practices. Empty where that week
 * has no release: a digest then says nothing of coverage rather than something that was never published.
 */
export async function headlinesOf(reports: Reports, week: Day): Promise<Headlines> {
  const chain = await reports.chain();
  const [link, linkBefore] = [latestOf(chain, week), latestOf(chain, addDays(week, -7))];
  if (link === undefined) return new Map();
  const now = rowsOf(await jsonOf(reports, link));
  const before = linkBefore === undefined ? new Map() : rowsOf(await jsonOf(reports, linkBefore));
  return new Map(
    [...now].map(([place, row]) => [
      place,
      {
        name: typeof row['scope_name'] === 'string' ? row['scope_name'] : null,
        practices: Number(row['practices']),
        live: Number(row['live']),
        percent: percentOf(row) ?? 'No data',
        before: percentOf(before.get(place)),
      },
    ]),
  );
}

type Row = ReleaseJson['tables'][string]['rows'][number];

function rowsOf({ tables }: ReleaseJson): Map<string, Row> {
  const rows = tables['coverage']?.rows ?? [];
  return new Map(
    rows
      .filter((row) => row['denominator'] === 'open')
      .map((row) => [`${row['scope_type']} ${row['scope_code']}`, row]),
  );
}

function percentOf(row: Row | undefined): string | null {
  const share = row?.['live_pct'];
  return typeof share === 'number' ? `${share.toFixed(1)}%` : null;
}
