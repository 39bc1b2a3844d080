import type { Day } from '../../calendar/day.ts';
import type { CoverageRow, Denominator } from '../../coverage/coverage-row.ts';
import { counted } from '../../coverage/figure-words.ts';
import type { Column, Row, Table } from '../../coverage/table.ts';
import type { PublishedCount, PublishedMeasure } from '../../policy/published-counts.ts';

const COLUMNS = [
  {
    key: 'published_on',
    heading: 'Published',
    holds: 'day',
    note: 'Ours are of the same day, as known for this release.',
  },
  { key: 'scope_code', heading: 'Place', holds: 'code' },
  { key: 'measure', heading: 'Measure', holds: 'text' },
  { key: 'unit', heading: 'Unit', holds: 'text' },
  { key: 'published_says', heading: 'As worded', holds: 'text' },
  { key: 'published', heading: 'Published figure', holds: 'number' },
  { key: 'denominator', heading: 'Our denominator', holds: 'text' },
  { key: 'ours', heading: 'Ours', holds: 'number' },
  { key: 'difference', heading: 'Published less ours', holds: 'number' },
  { key: 'arithmetic', heading: 'Arithmetic', holds: 'text' },
  { key: 'source', heading: 'Policy entry with the source', holds: 'text' },
] as const satisfies readonly Column[];
export type PublishedColumn = (typeof COLUMNS)[number]['key'];

/** Our figures of one place on one day under one denominator; undefined where there is no such place. */
export type OurFigures = (
  on: Day,
  scope: PublishedCount['scope'],
  denominator: Denominator,
) => CoverageRow | undefined;

type Compared = {
  readonly measure: string;
  readonly unit: 'practices' | '%' | 'people';
  readonly denominator: Denominator;
  readonly published: number;
  readonly ours: number | null;
};

const SHARED_BY: readonly Denominator[] = ['open', 'listed', 'programme'];

/**
 * The published figures beside ours of the same day, with the arithmetic of the difference and no cause:
 * nobody published what theirs counted (domain 2.9). `published` should be of days up to the release's.
 */
export function publishedTable(
  published: readonly PublishedCount[],
  ours: OurFigures,
): Table<PublishedColumn> {
  const direct = published.flatMap((one) => compared(one, ours).map((row) => rowOf(one, row)));
  const implied = published.flatMap((one) =>
    impliedBy(one, published, ours).map((row) =>
      rowOf(one, row, impliedWords(one, published, row)),
    ),
  );
  return {
    name: 'published',
    title: 'Published figures beside ours',
    says: 'Headline figures that others published, and ours of the same day. The arithmetic is shown; why they differ is not known, since nobody published what theirs counted.',
    columns: COLUMNS,
    rows: [...direct, ...implied].sort(byDayPlaceAndMeasure),
  };
}

function compared(one: PublishedCount, ours: OurFigures): Compared[] {
  const { measure, on, scope, value: published } = one;
  if (measure === 'people with access') {
    const row = ours(on, scope, 'open');
    const people = { unit: 'people', denominator: 'open', published } as const;
    return [
      { ...people, measure, ours: count(row?.accounts_with_access) },
      {
        ...people,
        measure: 'registered patients at live practices',
        ours: count(row?.patients_live),
      },
    ];
  }
  const unit = measure === 'share live' ? '%' : 'practices';
  return SHARED_BY.map((denominator) => {
    const row = ours(on, scope, denominator);
    return { measure, unit, denominator, published, ours: figureOf(measure, row) } as const;
  });
}

function figureOf(measure: PublishedMeasure, row: CoverageRow | undefined): number | null {
  if (row === undefined) return null;
  if (measure === 'share live') return count(row.live_pct);
  if (measure === 'practices live') return count(row.live);
  return Number(row.practices) - Number(row.live);
}

/** Where one source gives a count of practices and a share, the two together say how many practices there would be. */
function impliedBy(
  one: PublishedCount,
  all: readonly PublishedCount[],
  ours: OurFigures,
): Compared[] {
  const share = shareBeside(one, all);
  if (share === undefined) return [];
  const published = Math.round((one.value * 100) / share.value);
  return SHARED_BY.map((denominator) => {
    const practices = count(ours(one.on, one.scope, denominator)?.practices);
    const measure = 'practices in all, worked out';
    return { measure, unit: 'practices', denominator, published, ours: practices } as const;
  });
}

function shareBeside(one: PublishedCount, all: readonly PublishedCount[]) {
  if (one.measure !== 'practices live') return undefined;
  return all.find((other) => other.entry === one.entry && other.measure === 'share live');
}

function impliedWords(one: PublishedCount, all: readonly PublishedCount[], row: Compared): string {
  const share = shareBeside(one, all)!;
  return `${counted(one.value)} ÷ ${share.value}% = ${counted(row.published)}; ${difference(row)}`;
}

function rowOf(one: PublishedCount, row: Compared, arithmetic?: string): Row<PublishedColumn> {
  const { published, ours } = row;
  return {
    published_on: one.on,
    scope_code: one.scope.code,
    measure: row.measure,
    unit: row.unit,
    published_says: one.says,
    published,
    denominator: row.denominator,
    ours,
    difference: ours === null ? null : tenths(published - ours),
    arithmetic: arithmetic ?? difference(row),
    source: one.entry,
  };
}

function difference({ published, ours, unit }: Compared): string {
  if (ours === null)
    return `No figure of ours for ${unit === '%' ? 'this share' : `these ${unit}`}`;
  const shown = (figure: number) => (unit === '%' ? `${figure.toFixed(1)}%` : counted(figure));
  const less = tenths(published - ours);
  const sign = less < 0 ? '−' : '';
  const size = unit === '%' ? `${Math.abs(less).toFixed(1)} points` : counted(Math.abs(less));
  return `${shown(published)} − ${shown(ours)} = ${sign}${size}`;
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

function count(figure: CoverageRow[keyof CoverageRow] | undefined): number | null {
  return typeof figure === 'number' ? figure : null;
}

function byDayPlaceAndMeasure(a: Row<PublishedColumn>, b: Row<PublishedColumn>): number {
  const key = (row: Row<PublishedColumn>) =>
    [row.published_on, row.scope_code === 'ENGLAND' ? '' : row.scope_code, row.measure].join(' ');
  const [left, right] = [key(a), key(b)];
  // A stable sort keeps the denominators in their order.
  return left === right ? 0 : left < right ? -1 : 1;
}
