import { DENOMINATORS, type Denominator } from '../../coverage/coverage-row.ts';
import { type Verdict, verdictOn } from '../../coverage/denominators.ts';
import type { PracticeOnDay } from '../../coverage/practice-on-day.ts';
import type { Column, Row, Table } from '../../coverage/table.ts';

const OF_PRACTICES = [
  { key: 'practice_code', heading: 'Practice', holds: 'code' },
  { key: 'practice_name', heading: 'Name', holds: 'text' },
  { key: 'icb_code', heading: 'ICB', holds: 'code' },
  { key: 'patients', heading: 'Registered patients', holds: 'count' },
  { key: 'open', heading: 'Open', holds: 'text' },
  { key: 'open_because', heading: 'Open: why', holds: 'text' },
  { key: 'listed', heading: 'Listed', holds: 'text' },
  { key: 'listed_because', heading: 'Listed: why', holds: 'text' },
  { key: 'programme', heading: 'Programme', holds: 'text' },
  { key: 'programme_because', heading: 'Programme: why', holds: 'text' },
] as const satisfies readonly Column[];
export type DenominatorColumn = (typeof OF_PRACTICES)[number]['key'];

/** Every code that anybody ever named, closed ones too: in, out, or unknown, by each denominator, and why. */
export function denominatorTable(practices: readonly PracticeOnDay[]): Table<DenominatorColumn> {
  const rows = practices.map((practice): Row<DenominatorColumn> => {
    const [open, listed, programme] = DENOMINATORS.map((d) => verdictOn(practice, d));
    return {
      practice_code: practice.decision.practice,
      practice_name: practice.name,
      icb_code: practice.place.icb,
      patients: practice.patients,
      open: open!.is,
      open_because: open!.because,
      listed: listed!.is,
      listed_because: listed!.because,
      programme: programme!.is,
      programme_because: programme!.because,
    };
  });
  return {
    name: 'denominator',
    title: 'Each practice in the denominators',
    says: 'One row for each code of the register: whether each denominator counts it, and why.',
    columns: OF_PRACTICES,
    rows: rows.sort((a, b) => (String(a.practice_code) < String(b.practice_code) ? -1 : 1)),
  };
}

const SIDE_BY_SIDE = [
  { key: 'denominator', heading: 'Denominator', holds: 'text' },
  { key: 'verdict', heading: 'In, out or unknown', holds: 'text' },
  { key: 'because', heading: 'Why', holds: 'text' },
  {
    key: 'practices',
    heading: 'Codes',
    holds: 'count',
    note: 'For each denominator they add up to the register.',
  },
  { key: 'patients', heading: 'Registered patients', holds: 'count' },
] as const satisfies readonly Column[];
export type DenominatorsColumn = (typeof SIDE_BY_SIDE)[number]['key'];

const ORDER: readonly Verdict['is'][] = ['in', 'out', 'unknown'];

/** The denominators side by side: for each, how many codes of the register are in, out and unknown, and why. */
export function denominatorsTable(practices: readonly PracticeOnDay[]): Table<DenominatorsColumn> {
  return {
    name: 'denominators',
    title: 'Denominators side by side',
    says: 'For each denominator every code of the register is in, out, or unknown; the rows of one add up to the register.',
    columns: SIDE_BY_SIDE,
    rows: DENOMINATORS.flatMap((denominator) => rowsOf(denominator, practices)),
  };
}

type Count = { is: Verdict['is']; because: string; practices: number; patients: number };

function rowsOf(denominator: Denominator, practices: readonly PracticeOnDay[]) {
  const counts = new Map<string, Count>();
  for (const practice of practices) {
    const { is, because } = verdictOn(practice, denominator);
    const count = counts.get(because) ?? { is, because, practices: 0, patients: 0 };
    count.practices += 1;
    count.patients += practice.patients;
    counts.set(because, count);
  }
  return [...counts.values()]
    .sort(inFirstThenMost)
    .map(({ is, ...rest }): Row<DenominatorsColumn> => ({ denominator, verdict: is, ...rest }));
}

function inFirstThenMost(a: Count, b: Count): number {
  if (a.is !== b.is) return ORDER.indexOf(a.is) - ORDER.indexOf(b.is);
  if (a.practices !== b.practices) return b.practices - a.practices;
  return a.because < b.because ? -1 : 1;
}
