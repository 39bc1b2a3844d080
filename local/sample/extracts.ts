import { addDays, type Day, day } from '../../shared/calendar/day.ts';
import { SUPPLIERS, type Supplier } from '../../shared/practice/supplier.ts';
import type { Actor } from './actor.ts';
import { csvLine, csvText } from './csv-text.ts';
import { extractCells } from './extract-row.ts';
import { extractsOf, FULL_EXTRACTS_FROM, type Issue, momentOf } from './programme-dates.ts';
import { randomFor } from './random.ts';
import type { SampleFile } from './sample.ts';
import { settingOn } from './script.ts';
import { passedOnOn } from './storylines/mess.ts';
import { supplierOn } from './supplier-on.ts';

const COLUMNS = [
  'practice_code',
  'system_supplier',
  'extract_date',
  'default_access',
  'default_access_date',
  'per_patient_access',
  'scheduled_date',
];
const COUNT_COLUMNS = ['online_accounts', 'accounts_with_access', 'patients_104', 'patients_106'];

/**
 * The made-up suppliers give counts in these extracts only: TPP and EMIS once each, of those switched on
 * (when NHS England asked who was held back by 104), and everybody's in the last.
 */
const COUNTED: Readonly<Record<string, 'switched-on' | 'all'>> = {
  'TPP 2023-02-24': 'switched-on',
  'EMIS 2023-03-24': 'switched-on',
  'EMIS 2023-11-24': 'all',
  'TPP 2023-11-24': 'all',
};
/** This ICB passed on what its suppliers' extract of September says of its own practices. */
const RELAYED = { on: day('2023-09-29'), receivedOn: day('2023-10-04') };

/** All supplier extracts: monthly, contradicted by what NHS England passes on, and one that an ICB relays. */
export function extractFiles(actors: readonly Actor[], seed: number): readonly SampleFile[] {
  const files = SUPPLIERS.flatMap((supplier) =>
    extractsOf(supplier).flatMap((issue) => [
      monthly(actors, { supplier, issue, seed }),
      ...contradicted(actors, supplier, issue),
    ]),
  );
  return [...files, relayed(actors)];
}

type Ask = { readonly supplier: Supplier; readonly issue: Issue; readonly seed: number };

function monthly(actors: readonly Actor[], { supplier, issue, seed }: Ask): SampleFile {
  const { on, receivedOn } = issue;
  const counted = COUNTED[`${supplier} ${on}`];
  const header = counted === undefined ? COLUMNS : [...COLUMNS, ...COUNT_COLUMNS];
  const rows = actors
    .filter((actor) => isListed(actor, supplier, on) && !isLeftOut(actor, { supplier, on, seed }))
    .map((actor) => extractCells(actor, { supplier, on, counted }));
  const bad = badRow(supplier, on, header.length);
  const lines = [headings(supplier, header), ...rows, ...bad].map(csvLine);
  return {
    name: `extract-${supplier.toLowerCase()}-${on}.csv`,
    text: csvText(lines, supplier === 'EMIS' ? '\r\n' : '\n'),
    sender: { role: 'supplier', org: supplier },
    receivedAt: momentOf(receivedOn, supplier === 'EMIS' ? '07:10' : '07:40'),
    asAt: null,
    badRows: bad.length,
  };
}

/**
 * Full extracts list every practice on the supplier's system; the earlier ones only those switched on,
 * once switched on, booked, or booked within the last month.
 */
function isListed(actor: Actor, supplier: Supplier, on: Day): boolean {
  const { practice, closedOn, script } = actor;
  if (supplierOn(actor, on) !== supplier || practice.openedOn > on) return false;
  if (closedOn !== null && closedOn < on) return false;
  if (script.absentFrom.includes(on)) return false;
  if (on >= FULL_EXTRACTS_FROM || settingOn(script, on).since !== null) return true;
  return script.bookings.some((b) => b.announced <= on && on <= addDays(b.on, 31));
}

/** Of sixty practices of which there is no news, one is missing from an extract. */
function isLeftOut(actor: Actor, ask: { supplier: Supplier; on: Day; seed: number }): boolean {
  const { script, practice } = actor;
  if (ask.on <= FULL_EXTRACTS_FROM) return false;
  const before = extractsOf(ask.supplier).findLast((e) => e.on < ask.on)!.on;
  const hasNews =
    script.settings.some(({ from }) => from > before && from <= ask.on) ||
    script.bookings.length + script.contradicted.length + script.moves.length > 0 ||
    script.said.some(({ cells }) => cells['dpia_date'] !== undefined);
  return !hasNews && randomFor(ask.seed, `${practice.code} in ${ask.on}`).chance(1 / 60);
}

/**
 * An extract of the same date that NHS England passes on days later, with the opposite setting for a few
 * practices. From the supplier itself it would be a correction.
 */
function contradicted(actors: readonly Actor[], supplier: Supplier, { on }: Issue): SampleFile[] {
  const rows = actors
    .filter((a) => a.practice.supplier === supplier && a.script.contradicted.includes(on))
    .map((a) => [a.practice.code, supplier, on, settingOn(a.script, on).on ? 'off' : 'on']);
  if (rows.length === 0) return [];
  return [
    {
      name: `extract-${supplier.toLowerCase()}-${on}-passed-on.csv`,
      text: csvText([COLUMNS.slice(0, 4), ...rows].map(csvLine)),
      sender: { role: 'national' },
      receivedAt: momentOf(passedOnOn(on), '16:20'),
      asAt: null,
    },
  ];
}

function relayed(actors: readonly Actor[]): SampleFile {
  const { icb } = actors.find((a) => a.practice.supplier === 'TPP')!.practice.subIcb;
  const rows = actors
    .filter((a) => a.practice.subIcb.icb === icb && a.practice.supplier !== 'Medicus')
    .filter((a) => a.script.contradicted.length === 0)
    .filter((a) => isListed(a, a.practice.supplier, RELAYED.on))
    .map((a) => extractCells(a, { supplier: a.practice.supplier, on: RELAYED.on }));
  return {
    name: `extract-relayed-by-${icb.code}-${RELAYED.on}.csv`,
    text: csvText([COLUMNS, ...rows].map(csvLine)),
    sender: { role: 'icb', org: icb.code },
    receivedAt: momentOf(RELAYED.receivedOn, '11:05'),
    asAt: null,
  };
}

/** EMIS writes its headings in words. */
function headings(supplier: Supplier, columns: readonly string[]): readonly string[] {
  if (supplier !== 'EMIS') return columns;
  return columns.map(
    (column) => column.charAt(0).toUpperCase() + column.slice(1).replace(/_/g, ' '),
  );
}

/** One row in two extracts that intake must reject: a code that is none, and more accounts with access than accounts. */
function badRow(supplier: Supplier, on: Day, width: number): string[][] {
  const row = (cells: string[]) => [[...cells, ...Array<string>(width).fill('')].slice(0, width)];
  if (supplier === 'EMIS' && on === '2023-09-29') return row(['B9OO3', 'EMIS', on, 'on']);
  if (supplier === 'TPP' && on === '2023-02-24') {
    const counts = ['400', '4000', '10', '5'];
    return row(['N99999', 'TPP', on, 'on', '', '', '', ...counts]);
  }
  return [];
}
