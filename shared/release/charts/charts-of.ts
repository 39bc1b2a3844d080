import type { Row } from '../../coverage/table.ts';
import type { PolicyEntry } from '../../policy/entry.ts';
import type { Chart } from '../chart.ts';
import type { Release } from '../release.ts';
import { coverageChart } from './coverage-chart.ts';
import { dotPlot, shortName } from './dot-plot.ts';
import { newlyLiveChart } from './newly-live-chart.ts';
import { byWeek, numberIn } from './rows.ts';
import { statusChart } from './status-chart.ts';
import { announcedTargets } from './targets.ts';
import { icbTileMap } from './tile-map.ts';

const DENOMINATOR = 'open';

/**
 * The charts of a release, in the order in which people read them. Takes its tables and the policy entries
 * (those announced after the release's `rulesAt` play no part); gives each chart with the table of what it
 * shows. A chart for which there is nothing to draw is left out: one that needs weeks in a release without
 * any, the tile map in an ICB's. Everything is of open practices.
 */
export async function chartsOf(
  release: Release,
  policy: readonly PolicyEntry[],
): Promise<readonly Chart[]> {
  const { head, tables } = release;
  const of = shortName(head.scope.name ?? head.scope.code);
  const announced = policy.filter(({ announcedOn }) => announcedOn <= head.clocks.rulesAt);
  const { type, code } = head.scope;
  const weeks = byWeek(tables.trend.rows.filter(isOf(type, code)));
  const input = { of, trend: tables.trend, weeks };
  // One after the other, never at once: Vega numbers the ids of all drawings together.
  const charts = [
    weeks.length > 0 && (await coverageChart({ ...input, targets: announcedTargets(announced) })),
    weeks.length > 0 && (await statusChart(input)),
    await newlyLiveChart(of, tables.xmr),
    await ranked(release, of),
    type === 'national' &&
      (await icbTileMap({
        coverage: tables.coverage,
        rows: tables.coverage.rows.filter(isOf('icb')),
      })),
  ];
  return charts.filter((chart) => chart !== null && chart !== false);
}

/** ICBs in England, or the PCNs of an ICB. */
function ranked({ head, tables: { coverage } }: Release, of: string): Promise<Chart | null> {
  const { type, code } = head.scope;
  const [whole] = coverage.rows.filter(isOf(type, code));
  const share = numberIn(whole?.['live_pct']);
  const isNational = type === 'national';
  return dotPlot({
    name: isNational ? 'icbs-ranked' : 'pcns-ranked',
    places: `${isNational ? 'ICBs' : 'PCNs'} in ${of}`,
    coverage,
    rows: coverage.rows.filter(isOf(isNational ? 'icb' : 'pcn')),
    whole: share === null ? null : { called: isNational ? 'England' : 'The ICB', share },
  });
}

function isOf(type: string, code?: string) {
  return (row: Row): boolean =>
    row['scope_type'] === type &&
    row['denominator'] === DENOMINATOR &&
    (code === undefined || row['scope_code'] === code);
}
