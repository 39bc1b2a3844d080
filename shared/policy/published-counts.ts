import { type Day, day } from '../calendar/day.ts';

/** What others published a number of. People: those with an online account who can see new entries. */
export type PublishedMeasure =
  | 'practices live'
  | 'practices not live'
  | 'share live'
  | 'people with access';

/** One published number, as its source words it. */
export type PublishedCount = {
  /** The policy entry that quotes it, with its source: see `published-figures.ts`. */
  readonly entry: string;
  readonly on: Day;
  readonly scope: { readonly type: 'national' | 'region' | 'icb'; readonly code: string };
  readonly measure: PublishedMeasure;
  readonly says: 'exactly' | 'about' | 'more than' | 'at most';
  /** Percent for a share, else a count. */
  readonly value: number;
};

const ENGLAND = { type: 'national', code: 'ENGLAND' } as const;
type Said = Pick<PublishedCount, 'measure' | 'says' | 'value'> &
  Partial<Pick<PublishedCount, 'scope'>>;

function published(entry: string, on: string, said: readonly Said[]): readonly PublishedCount[] {
  return said.map((one) => ({ scope: ENGLAND, ...one, entry, on: day(on) }));
}

const icb = (code: string) => ({ type: 'icb', code }) as const;
const atMost10 = (code: string): Said => ({
  measure: 'share live',
  says: 'at most',
  value: 10,
  scope: icb(code),
});
const over50 = (code: string): Said => ({
  measure: 'share live',
  says: 'more than',
  value: 50,
  scope: icb(code),
});

/**
 * The numbers in the published figures, to be set beside ours of the same date. They do not reconcile
 * with each other, so nothing leans on them. Intentions (946 TPP practices) and views of records are no
 * coverage and stand in the milestones alone.
 */
export const PUBLISHED_COUNTS: readonly PublishedCount[] = [
  ...published('figure-january-2023', '2023-01-11', [
    { measure: 'practices live', says: 'more than', value: 600 },
    { measure: 'people with access', says: 'more than', value: 2_000_000 },
  ]),
  ...published('figure-march-2023', '2023-03-06', [
    { measure: 'practices live', says: 'exactly', value: 1_400 },
    { measure: 'people with access', says: 'exactly', value: 6_500_000 },
  ]),
  ...published('figure-may-2023', '2023-05-12', [
    { measure: 'share live', says: 'about', value: 20 },
    ...['QGH', 'QWU', 'QKS', 'QMF', 'QUE', 'QPM'].map(atMost10),
    ...['QOX', 'QVV'].map(over50),
  ]),
  ...published('figure-october-2023', '2023-10-11', [
    { measure: 'share live', says: 'about', value: 40 },
  ]),
  ...published('figure-november-2023', '2023-11-27', [
    { measure: 'share live', says: 'about', value: 75 },
    { measure: 'practices not live', says: 'about', value: 1_600 },
  ]),
  ...published('figure-december-2023', '2023-12-04', [
    { measure: 'practices live', says: 'more than', value: 4_500 },
    { measure: 'share live', says: 'exactly', value: 81.1 },
    { measure: 'people with access', says: 'exactly', value: 23_500_000 },
  ]),
  ...published('figure-north-west-december-2023', '2023-12-11', [
    { measure: 'share live', says: 'exactly', value: 84, scope: { type: 'region', code: 'Y62' } },
    { measure: 'people with access', says: 'about', value: 22_000_000 },
  ]),
];
