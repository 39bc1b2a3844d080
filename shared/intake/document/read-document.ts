import { type Day, londonDay } from '../../calendar/day.ts';
import type { Statement } from '../../evidence/fact.ts';
import type { OpenedDocument } from '../open/opened.ts';
import type { ReadContext, ReadResult, Warning } from '../read-result.ts';
import { wordsOf } from './answer.ts';
import type { ChecklistPoint, DocumentKind } from './checklist.ts';
import { countingForNothing, doubtOfSubject, whyItCountsForNothing } from './counts-for-nothing.ts';
import { clearlyOther, kindFrom, type Likeness, likenessOf } from './document-kind.ts';
import { screenDpia } from './dpia-document.ts';
import { type Flow, flowOf } from './flow.ts';
import { screenLetter } from './letter-document.ts';
import { screenPlan } from './plan-document.ts';
import { NO_TEXT, NOT_FROM_SUPPLIER, NOT_SURE_WHAT, nothingOf, refused } from './refusals.ts';
import type { Screened, ToScreen } from './screened.ts';
import { whichPractice } from './which-practice.ts';

const SCREENS: Readonly<Record<DocumentKind, (asked: ToScreen) => Screened>> = {
  letter: screenLetter,
  plan: screenPlan,
  dpia: screenDpia,
};

/** Fewer words than this say nothing of anything. */
const FEWEST_WORDS = 8;

/**
 * Takes a document as opened and what is known of its sender, gives what it says: a checklist with the
 * page or paragraph of each thing that was found, and one statement, screened and not reviewed (its
 * `document` says which file; no review has accepted it). It is a checklist for a reviewer, not a
 * judgement. On 52 documents whose words were not in its tables it found 82% of the points that a reader
 * finds, and took 4% of those that are not there for found; where each kind is weak stands with its
 * screen. Names of people and free text go nowhere. Refused, with what to do, where kind or practice
 * cannot be told, where a supplier sends what is not a supplier's to say, and where nothing of the kind
 * stands in the text; one that is about something else, was taken back or never sent is kept and counts
 * for nothing. Pure, and never throws for what a document holds. (Issue: documents; design,
 * sections 4, 6 and 10.)
 */
export function readDocument(opened: OpenedDocument, context: ReadContext): ReadResult {
  const flow = flowOf(opened.passages);
  if (wordsOf(flow.text) < FEWEST_WORDS) return refused(NO_TEXT);
  const likeness = likenessOf(flow);
  const told = context.about?.document ?? null;
  const kind = told ?? kindFrom(likeness);
  if (kind === null) return refused(NOT_SURE_WHAT);
  const fromSupplier = context.sender.role === 'supplier';
  if (fromSupplier && kind !== 'letter') return refused(NOT_FROM_SUPPLIER, kind);
  const practice = whichPractice(flow, context);
  if (!practice.ok) return refused(practice.why, kind);
  const received = londonDay(context.receivedAt);
  const { sha256 } = context;
  const found = SCREENS[kind]({ flow, received, sha256, fromSupplier, practice });
  if (isNothing(found, likeness[kind])) return refused(nothingOf(kind), kind);
  const why = whyItCountsForNothing(flow, kind);
  const screened = countsFor(found, why, practice.isOfOthers);
  const doubts = told === null ? [] : doubtsOf(likeness, told);
  const warnings = [
    ...doubts,
    ...cut(flow),
    ...(why === null ? doubtOfSubject(flow) : []),
    ...practice.warnings,
    ...templateOf(screened),
    ...screened.warnings,
  ];
  const asAt = context.asAt ?? received;
  return {
    kind,
    rows: 1,
    taken: [
      { row: 1, statements: [statementOf(screened, { asAt, practice: practice.code, context })] },
    ],
    duplicates: [],
    problems: [],
    warnings: [...new Set(warnings)].map(warningOf),
    refused: null,
    checklist: screened.checklist,
  };
}

/** A document that names other practices alone gives this one nothing: a slip of the sender must not pause it. */
function countsFor(found: Screened, why: string | null, isOfOthers: boolean): Screened {
  if (why !== null) return countingForNothing(found, [why]);
  return isOfOthers ? countingForNothing(found, []) : found;
}

const warningOf = (warning: string): Warning => ({ row: 0, column: null, warning });

/** A point that any document may have shows nothing of its kind. */
const ANY_HAS =
  /^(?:a date|a review date|the date agreed|the practice named|a signature|sign-off|from the practice)$/;

function isNothing({ checklist }: Screened, likeness: number): boolean {
  const telling = checklist.points.filter(({ point, at }) => at !== null && !ANY_HAS.test(point));
  return telling.length === 0 && likeness < 2 && !checklist.untouchedTemplate;
}

function doubtsOf(likeness: Likeness, told: DocumentKind): string[] {
  const other = clearlyOther(likeness, told);
  if (other === null) return [];
  const [said, looks] = [told, other].map((kind) => (kind === 'dpia' ? 'DPIA' : kind));
  return [
    `it was sent as a ${said} and looks like a ${looks}: if it is one, send it again as that`,
  ];
}

function cut({ isCut }: Flow): string[] {
  return isCut ? ['the document is very long: only its first 400,000 letters were screened'] : [];
}

function templateOf({ checklist }: Screened): string[] {
  if (!checklist.untouchedTemplate) return [];
  return [
    'the document is a template that nobody has filled in: fill in who it is for, who signs it and when, and send it again',
  ];
}

type Said = {
  readonly asAt: Day;
  readonly practice: Statement['practice'];
  readonly context: ReadContext;
};

function statementOf(screened: Screened, { asAt, practice, context }: Said): Statement {
  const { role } = context.sender;
  const onBehalf = role === 'pcn' || role === 'icb' || role === 'national';
  const page = pageOf(screened.checklist.points);
  const statement = {
    practice,
    asAt,
    effectiveOn: screened.ownDay ?? asAt,
    ...(onBehalf && { onBehalfOf: practice }),
    ...(page !== undefined && { page }),
    ...screened.said,
  };
  return statement as Statement;
}

/** The page on which the first thing stands that makes the document count, else the first thing at all. */
function pageOf(points: readonly ChecklistPoint[]): number | undefined {
  const found = points.filter(({ found: isFound }) => isFound);
  return (found.find(({ needed }) => needed) ?? found[0])?.at?.page;
}
