import { COVERAGE_COLUMNS, type CoverageColumn, type CoverageRow } from '../coverage-row.ts';
import type { Column, Row, Table } from '../table.ts';
import { type Flip, flipInWords } from './impact.ts';

const OF_PRACTICES = [
  { key: 'practice_code', heading: 'Practice', holds: 'code' },
  { key: 'practice_name', heading: 'Name', holds: 'text' },
  { key: 'icb_code', heading: 'ICB', holds: 'code' },
  { key: 'patients', heading: 'Registered patients', holds: 'count' },
  { key: 'status_before', heading: 'Status now', holds: 'text' },
  { key: 'status_after', heading: 'Status then', holds: 'text' },
  { key: 'labels_before', heading: 'Labels now', holds: 'text' },
  { key: 'labels_after', heading: 'Labels then', holds: 'text' },
  { key: 'signals_before', heading: 'Signals now', holds: 'text' },
  { key: 'signals_after', heading: 'Signals then', holds: 'text' },
  { key: 'changes', heading: 'What changes', holds: 'text' },
] as const satisfies readonly Column[];

/** The practices whose status, label or signal changes. */
export function flipsTable(flips: readonly Flip[]): Table<(typeof OF_PRACTICES)[number]['key']> {
  return {
    name: 'what-if',
    title: 'Practices that change',
    says: 'Every practice whose status, label or signal would be another, by code.',
    columns: OF_PRACTICES,
    rows: flips.map((flip) => ({
      practice_code: flip.before.decision.practice,
      practice_name: flip.before.name,
      icb_code: flip.before.place.icb,
      patients: flip.before.patients,
      status_before: flip.before.decision.status,
      status_after: flip.after.decision.status,
      labels_before: flip.before.decision.labels.join(' '),
      labels_after: flip.after.decision.labels.join(' '),
      signals_before: flip.before.decision.signals.join(' '),
      signals_after: flip.after.decision.signals.join(' '),
      changes: flipInWords(flip),
    })),
  };
}

const OF_FIGURES = [
  { key: 'scope_type', heading: 'Level', holds: 'text' },
  { key: 'scope_code', heading: 'Code', holds: 'code' },
  { key: 'scope_name', heading: 'Name', holds: 'text' },
  { key: 'figure', heading: 'Figure', holds: 'text' },
  { key: 'before', heading: 'Now', holds: 'number' },
  { key: 'after', heading: 'Then', holds: 'number' },
  { key: 'change', heading: 'Change', holds: 'change' },
] as const satisfies readonly Column[];
type FigureKey = (typeof OF_FIGURES)[number]['key'];

/** No switch-on and no policy changes what counts people with accounts, and those may be confidential. */
const FIGURES: readonly CoverageColumn[] = COVERAGE_COLUMNS.slice(
  COVERAGE_COLUMNS.indexOf('practices'),
  COVERAGE_COLUMNS.indexOf('online_accounts'),
);
/** Shown of England even where nothing changes. */
const ALWAYS: readonly CoverageColumn[] = ['practices', 'live', 'live_pct', 'patients_live_pct'];

/**
 * The figures of coverage before and after, a row for each that changes; England's main ones also where
 * they stay. Takes the rows of one cut, and England's, before and after.
 */
export function figuresTable(
  before: readonly CoverageRow[],
  after: readonly CoverageRow[],
): Table<FigureKey> {
  const keyOf = ({ scope_type, scope_code }: CoverageRow) => `${scope_type} ${scope_code}`;
  const afterByKey = new Map(after.map((row) => [keyOf(row), row]));
  return {
    name: 'what-if-figures',
    title: 'Figures before and after',
    says: 'Each figure that would be another.',
    columns: OF_FIGURES,
    rows: before.flatMap((row) => {
      const other = afterByKey.get(keyOf(row));
      return other === undefined ? [] : FIGURES.flatMap((figure) => change(row, other, figure));
    }),
  };
}

function change(
  before: CoverageRow,
  after: CoverageRow,
  figure: CoverageColumn,
): readonly Row<FigureKey>[] {
  const [was, is] = [before[figure], after[figure]];
  const isAlways = before.scope_type === 'national' && ALWAYS.includes(figure);
  if (was === is && !isAlways) return [];
  if (typeof was !== 'number' || typeof is !== 'number') return [];
  const { scope_type, scope_code, scope_name } = before;
  const difference = Math.round((is - was) * 10) / 10;
  return [
    { scope_type, scope_code, scope_name, figure, before: was, after: is, change: difference },
  ];
}
