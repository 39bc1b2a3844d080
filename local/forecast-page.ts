import { longDay } from '../shared/calendar/day.ts';
import { counted } from '../shared/coverage/figure-words.ts';
import type { BackTest } from '../shared/coverage/forecast/back-test.ts';
import { coverOf, forecastTable } from '../shared/coverage/forecast/forecast-table.ts';
import type { Forecasts } from '../shared/coverage/forecast/forecasts.ts';
import { FEWEST_CHANGES } from '../shared/coverage/forecast/spans.ts';
import { cellInWords } from '../shared/release/page/cell-words.ts';
import { tableText } from './table-text.ts';

/** An 80% interval that held less than this is said to be too narrow. */
const LEAST_COVER = 70;

const SIDE_BY_SIDE = [
  'scope_code',
  'scope_name',
  'live_pct',
  'deadline_pct',
  'deadline_pct_lower',
  'deadline_pct_upper',
  'cover_pct',
  'says',
];

/** The forecasts as people read them: one scope in full, several side by side. */
export function forecastPage(forecasts: Forecasts): string {
  const { upTo, scopes, target } = forecasts;
  const table = forecastTable(forecasts);
  if (upTo === null || scopes.length === 0) {
    return `${table.title}\n\nToo little history: no extract has shown a practice yet.`;
  }
  const history = `History up to ${longDay(upTo)}, the last week that extracts reach.`;
  const figures = scopes.length === 1 ? inFull(forecasts) : sideBySide(forecasts);
  const title = `When ${target}% of open practices are live`;
  return [title, history, '', ...figures, '', ...NOTES].join('\n');
}

function sideBySide(forecasts: Forecasts): string[] {
  const { deadline, scopes, together } = forecasts;
  const hasDeadline = scopes.some(({ atDeadline }) => atDeadline !== null);
  const keys = SIDE_BY_SIDE.filter((key) => hasDeadline || !key.startsWith('deadline'));
  return [
    ...(hasDeadline && deadline !== null ? [`Deadline: ${longDay(deadline)}`, ''] : []),
    tableText(forecastTable(forecasts), keys),
    '',
    `All together: ${heldInWords(together)}`,
  ];
}

function inFull(forecasts: Forecasts): string[] {
  const { deadline, scopes } = forecasts;
  const { code, name, live, practices, backTest, atDeadline } = scopes[0]!;
  const [row] = forecastTable(forecasts).rows;
  const share = (key: 'live_pct' | 'deadline_pct' | 'deadline_pct_lower' | 'deadline_pct_upper') =>
    cellInWords(row![key], 'share');
  return [
    `${name ?? code}: ${share('live_pct')} live (${counted(live)} of ${counted(practices)} practices)`,
    String(row!.says),
    ...(atDeadline === null || deadline === null
      ? []
      : [
          `On ${longDay(deadline)}: ${share('deadline_pct')} (80% interval: ${share('deadline_pct_lower')} to ${share('deadline_pct_upper')}).`,
        ]),
    heldInWords(backTest),
  ];
}

function heldInWords(test: BackTest): string {
  const cover = coverOf(test);
  if (cover === null) return 'Back-test: there is too little history to test on.';
  const short = cover < LEAST_COVER ? ' That is too few: take the interval as too narrow.' : '';
  return `Back-test: the 80% interval held ${counted(test.held)} of ${counted(test.checked)} past outcomes, 1 to 12 weeks ahead: ${cover.toFixed(1)}%.${short}`;
}

const NOTES = [
  `The pace of the last eight weeks is carried on; a scope needs ${FEWEST_CHANGES + 1} weeks of history. Switch-ons come in`,
  'bursts, so intervals are wide. Further than 12 weeks ahead nothing is back-tested.',
];
