import type { Day } from '../../shared/calendar/day.ts';
import type { Actor } from './actor.ts';
import { csvLine, csvText } from './csv-text.ts';
import { momentOf } from './programme-dates.ts';
import { type Random, randomFor } from './random.ts';
import { returnDate, type TrackerStyle, trackerStyle } from './return-style.ts';
import type { SampleFile } from './sample.ts';
import type { Said } from './script.ts';

/** The columns of the sample's returns, in the order in which a sender lays them out. */
const COLUMNS = [
  'declared_status',
  'declared_status_date',
  'letter_to',
  'letter_sent_date',
  'letter_acknowledged_date',
  'letter_withdrawn_date',
  'dpia_date',
  'dpia_outcome',
  'dpia_signed_by',
  'dpia_review_date',
  'opt_in_advertised_date',
  'website_updated_date',
  'icb_notified_date',
  'plan_date',
  'plan_lead',
  'plan_staff_training',
  'plan_record_review_process',
  'plan_target_date',
  'plan_review_date',
  'bulk_104_date',
  'action_plan_104_date',
];
const COMMENTS = ['Waiting for training dates', 'Partners to discuss', 'See e-mail', 'Chased'];

type Line = { readonly actor: Actor; readonly said: Said };

/**
 * What practices say: in their ICB's tracker, or in a file of their own. The made-up ICBs send what is new
 * since their last tracker, not the whole list again.
 */
export function returnFiles(actors: readonly Actor[], seed: number): readonly SampleFile[] {
  const byFile = new Map<string, Line[]>();
  for (const actor of actors) {
    for (const said of actor.script.said) {
      if (actor.closedOn !== null && said.told > actor.closedOn) continue;
      const { icb } = actor.practice.subIcb;
      const from = said.via === 'tracker' ? `tracker-${icb.code}` : `return-${actor.practice.code}`;
      const name = `${from}-${said.told}.csv`;
      const lines = byFile.get(name);
      if (lines === undefined) byFile.set(name, [{ actor, said }]);
      else lines.push({ actor, said });
    }
  }
  return [...byFile].map(([name, lines]) => fileOf(name, lines, seed));
}

function fileOf(name: string, lines: readonly Line[], seed: number): SampleFile {
  const { actor, said } = lines[0]!;
  const icb = actor.practice.subIcb.icb.code;
  const isTracker = said.via === 'tracker';
  const random = randomFor(seed, name);
  const style = trackerStyle(randomFor(seed, `style of ${isTracker ? icb : actor.practice.code}`));
  const used = COLUMNS.filter((c) => lines.some((line) => line.said.cells[c] !== undefined));
  const columns = ['practice_code', 'as_at_date', ...used, ...(style.hasNotes ? ['notes'] : [])];
  const rows = lines.map((line) => rowOf(line, { used, style, random }));
  const bad = isTracker ? badRows(said.told, columns, random) : [];
  const repeated = isTracker && random.chance(0.1) ? rows.slice(0, 1) : [];
  const all = [columns.map(style.heading), ...rows, ...bad, ...repeated];
  const minute = String(random.between(0, 59)).padStart(2, '0');
  return {
    name,
    text: (style.hasMark ? '\uFEFF' : '') + csvText(all.map(csvLine), style.lineEnd),
    sender: isTracker ? { role: 'icb', org: icb } : { role: 'practice', org: actor.practice.code },
    receivedAt: momentOf(said.told, `10:${minute}`),
    asAt: null,
    badRows: bad.length,
  };
}

type Layout = {
  readonly used: readonly string[];
  readonly style: TrackerStyle;
  readonly random: Random;
};

function rowOf({ actor, said }: Line, { used, style, random }: Layout): string[] {
  const cells = used.map((column) => {
    const cell = said.cells[column] ?? '';
    return column.endsWith('_date') ? returnDate(cell, style.dates) : cell;
  });
  const asAt = returnDate(said.asAt, style.dates);
  return [actor.practice.code, asAt, ...cells, ...(style.hasNotes ? [random.pick(COMMENTS)] : [])];
}

/** Now and then a tracker holds a row that intake must reject: no such code, or no such day. */
function badRows(told: Day, columns: readonly string[], random: Random): string[][] {
  if (!random.chance(0.08)) return [];
  const isCodeBad = random.chance(0.5);
  const cells = isCodeBad ? ['A9-001', told] : ['N99998', '31/02/2023'];
  return [[...cells, ...columns.slice(2).map((c) => (c.endsWith('_date') ? told : ''))]];
}
