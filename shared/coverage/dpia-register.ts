import type { Clocks } from '../calendar/clocks.ts';
import type { Day } from '../calendar/day.ts';
import type { Fact, FactOf } from '../evidence/fact.ts';
import { knownFacts } from '../evidence/known.ts';
import type { PracticeCode } from '../practice/code.ts';
import { foldOn, newestDocumentOn } from '../state/paper.ts';
import { type Picture, pictureOf } from '../state/picture.ts';
import { groupByPractice, placeOf } from '../state/practice-on-day.ts';

/** The columns of the register, in the order of the CSV. */
export const DPIA_COLUMNS = [
  'practice_code',
  'practice_name',
  'icb_code',
  'completed_on',
  'signed',
  'outcome',
  'review_on',
  'review_overdue',
  'documents_seen',
  'latest_document',
  'review',
  'reviewed_by',
  'reviewed_on',
  'replied_on',
  'source',
] as const;
export type DpiaColumn = (typeof DPIA_COLUMNS)[number];

/** What is known of one practice's DPIA on a day; null where nobody has said. */
export type DpiaRow = {
  readonly practice_code: PracticeCode;
  readonly practice_name: string | null;
  readonly icb_code: string | null;
  readonly completed_on: Day | null;
  readonly signed: 'yes' | null;
  readonly outcome: 'opt-in' | 'automatic' | null;
  readonly review_on: Day | null;
  readonly review_overdue: 'yes' | 'no' | null;
  readonly documents_seen: number;
  /** The SHA-256 of the newest document. */
  readonly latest_document: string | null;
  /** The state of review of that document: `judged out: unsigned`. */
  readonly review: string;
  readonly reviewed_by: string | null;
  readonly reviewed_on: Day | null;
  readonly replied_on: Day | null;
  /** Whose word it is: `document; via ICB`. */
  readonly source: string;
};

/**
 * The register of DPIAs: one row for each practice of which any DPIA was known, as it stood on a day, by
 * ICB and code. Takes all facts there are, and the day and moment asked about; with `icb` only that ICB's
 * practices. A DPIA that was judged out is listed with what it says, and as judged out. (Issue: DPIA
 * register; seed 002.)
 */
export function dpiaRegister(
  facts: readonly Fact[],
  at: Pick<Clocks, 'validAt' | 'knownAt'>,
  icb: string | null = null,
): readonly DpiaRow[] {
  const rows: DpiaRow[] = [];
  for (const [code, own] of groupByPractice(facts)) {
    if (!own.some(({ kind }) => kind === 'dpia')) continue;
    const known = knownFacts(own, at.knownAt);
    const said = known.filter((fact) => fact.kind === 'dpia');
    if (!said.some(({ effectiveOn }) => effectiveOn <= at.validAt)) continue;
    const place = placeOf(known, { ...at, rulesAt: at.validAt });
    if (icb !== null && place.icb !== icb) continue;
    const picture = pictureOf(code, known, at.validAt);
    rows.push(rowOf({ picture, said, known, icb: place.icb }));
  }
  return rows.sort(byIcb);
}

type Ask = {
  readonly picture: Picture;
  readonly said: readonly FactOf<'dpia'>[];
  readonly known: readonly Fact[];
  readonly icb: string | null;
};

function rowOf({ picture, said, known, icb }: Ask): DpiaRow {
  const { on, practice, register } = picture;
  // Where all was judged out, what that said is still what there is.
  const isStanding = Object.keys(picture.dpia).length > 0;
  const dpia = isStanding ? picture.dpia : foldOn(picture.judgedOut.dpia, on);
  const heard = said.filter(({ effectiveOn }) => effectiveOn <= on);
  const documents = new Set(heard.map(({ values }) => values.document).filter((d) => d !== null));
  const document = newestDocumentOn(heard, on)?.values.document ?? null;
  const reviewOn = dpia.reviewOn?.value ?? null;
  return {
    practice_code: practice,
    practice_name: register.listing?.values.name ?? null,
    icb_code: icb,
    completed_on: dpia.completedOn?.value ?? null,
    signed: dpia.signed === undefined ? null : 'yes',
    outcome: dpia.outcome?.value ?? null,
    review_on: reviewOn,
    review_overdue: reviewOn === null ? null : reviewOn < on ? 'yes' : 'no',
    documents_seen: documents.size,
    latest_document: document,
    ...reviewOf(document === null ? undefined : picture.judged.get(document), document),
    replied_on: latestReply(known, document),
    source: sourceOf(Object.values(dpia).map(({ by }) => by)),
  };
}

function reviewOf(
  review: FactOf<'review'> | undefined,
  document: string | null,
): Pick<DpiaRow, 'review' | 'reviewed_by' | 'reviewed_on'> {
  if (review === undefined) {
    const none = document === null ? 'no document seen' : 'not reviewed';
    return { review: none, reviewed_by: null, reviewed_on: null };
  }
  return {
    review: judged(review.values.judgement),
    reviewed_by: review.source.sender.org ?? null,
    reviewed_on: review.effectiveOn,
  };
}

function judged(judgement: FactOf<'review'>['values']['judgement']): string {
  if (judgement === 'accepted') return 'accepted';
  return judgement === 'change-asked' ? 'change asked' : `judged out: ${judgement}`;
}

function latestReply(known: readonly Fact[], document: string | null): Day | null {
  const days = known
    .filter((fact) => fact.kind === 'reply' && fact.values.of === document)
    .map(({ effectiveOn }) => effectiveOn);
  return days.sort().at(-1) ?? null;
}

const VIA = { pcn: 'via PCN', icb: 'via ICB', national: 'via NHS England' } as const;
const SOURCES = ['document', 'own word', ...Object.values(VIA)];

function sourceOf(by: readonly FactOf<'dpia'>[]): string {
  const words = new Set(by.flatMap(wordsOf));
  return SOURCES.filter((word) => words.has(word)).join('; ');
}

function wordsOf({ values, source }: FactOf<'dpia'>): string[] {
  const { role } = source.sender;
  const via = source.onBehalfOf !== undefined && role in VIA ? [VIA[role as keyof typeof VIA]] : [];
  if (values.document !== null) return ['document', ...via];
  return via.length > 0 ? via : ['own word'];
}

/** Practices whose ICB nobody has named come last. */
function byIcb(a: DpiaRow, b: DpiaRow): number {
  if (a.icb_code !== b.icb_code) {
    if (a.icb_code === null || b.icb_code === null) return a.icb_code === null ? 1 : -1;
    return a.icb_code < b.icb_code ? -1 : 1;
  }
  return a.practice_code < b.practice_code ? -1 : 1;
}
