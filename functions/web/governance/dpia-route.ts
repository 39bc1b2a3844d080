import { may } from '../../../shared/access/may.ts';
import { byCodeUnits } from '../../../shared/coverage/by-code-units.ts';
import { type DpiaRow, dpiaRegister } from '../../../shared/coverage/dpia-register.ts';
import { practiceAt } from '../alerts/look.ts';
import type { WebDeps } from '../deps.ts';
import { partOf } from '../list/part-of-list.ts';
import { type Answer, type Asked, reading } from '../route.ts';
import { dpiasView } from './dpia-page.ts';
import { type DpiaShown, DpiasAsk, DpiasSays } from './dpia-says.ts';
import { dpiaTable } from './dpia-table.ts';

/** `/dpias`: what DPIAs exist, their outcome, review date and state of review. */
export const dpiaRoute = reading({
  path: '/dpias',
  about: 'The register of DPIAs: what exists, its outcome, review date and state of review',
  ask: DpiasAsk,
  action: 'read-dpias',
  on: async (_, { ask }) =>
    ask.icb === undefined ? { kind: 'own' } : { kind: 'icb', code: ask.icb },
  clocks: true,
  keep: true,
  answers: DpiasSays,
  answer: answerOf,
  page: dpiasView,
});

async function answerOf(
  { world }: WebDeps,
  { ask, member, clocks, query }: Asked<DpiasAsk>,
): Promise<Answer<DpiasSays>> {
  const england = await world.on(clocks);
  const theirs = dpiaRegister(england.known.facts, clocks).filter((row) =>
    may(member, 'read-dpias', {
      kind: 'practice',
      ...practiceAt(england, row.practice_code),
      icb: row.icb_code,
    }),
  );
  const there = theirs.filter(({ icb_code }) => ask.icb === undefined || icb_code === ask.icb);
  const shown = there.filter((row) => ask.show === undefined || IS[ask.show](row));
  const part = partOf(shown, { keyOf, query });
  const codes = [...new Set(theirs.flatMap(({ icb_code }) => icb_code ?? []))].sort(byCodeUnits);
  const says = {
    practices: shown.length,
    counts: countsOf(there),
    icbs: codes.map((code) => ({ code, name: england.names.icb.get(code) ?? code })),
    ...{ page: part.page, pages: part.pages },
  };
  return { says, tables: [dpiaTable(part.rows)], next: part.next };
}

const IS: Readonly<Record<DpiaShown, (row: DpiaRow) => boolean>> = {
  overdue: ({ review_overdue }) => review_overdue === 'yes',
  'not-reviewed': ({ review }) => review === 'not reviewed',
  'opt-in': ({ outcome }) => outcome === 'opt-in',
  automatic: ({ outcome }) => outcome === 'automatic',
};

function countsOf(rows: readonly DpiaRow[]): DpiasSays['counts'] {
  const of = (shown: DpiaShown) => rows.filter(IS[shown]).length;
  return {
    all: rows.length,
    overdue: of('overdue'),
    'not-reviewed': of('not-reviewed'),
    'opt-in': of('opt-in'),
    automatic: of('automatic'),
  };
}

/** As the register is sorted: by ICB, those without one last, then by code. */
function keyOf({ icb_code, practice_code }: DpiaRow): string {
  return `${icb_code === null ? '1' : `0 ${icb_code}`} ${practice_code}`;
}
