import type { Checklist, ChecklistPoint } from './checklist.ts';
import { type Evidence, evidenceOf, searchedFor } from './evidence.ts';
import { type Examples, missing } from './missing.ts';
import { DAY_LABELS, OTHER_LABELS } from './other-labels.ts';
import { anyOf, has } from './phrase.ts';
import { type PlanDays, planDays } from './plan-days.ts';
import { LEAD } from './plan-lead.ts';
import { SIGN_OFF } from './plan-others.ts';
import { PLAN_SOUGHT } from './plan-points.ts';
import { REVIEW_PROCESS } from './plan-records.ts';
import { TRAINING } from './plan-training.ts';
import { dayPoint, pointOf } from './points.ts';
import type { Screened, ToScreen } from './screened.ts';
import type { Sought } from './sought.ts';
import { namesItsMaker, placeholdersIn } from './untouched.ts';

const LABELS = [...PLAN_SOUGHT.flatMap(({ labels }) => labels), ...DAY_LABELS, ...OTHER_LABELS];

const TARGET = { point: 'a target date', needed: true };
const AGREED = { point: 'the date agreed', needed: true };
const REVIEW = { point: 'a review date', needed: false };

const EXAMPLES: Examples = {
  [LEAD.point]: 'Named lead: Dr A Example, GP partner',
  [TARGET.point]: 'Target date: 31 March 2024',
  [TRAINING.point]: 'Staff training: all staff, locums too, will complete it by 31 January 2024',
  [REVIEW_PROCESS.point]:
    'Record review process: a weekly search finds records that may hold sensitive or harmful information, and a GP reviews them',
  [AGREED.point]: 'Date agreed: 4 December 2023',
};

const DRAFT = anyOf(['draft', 'not (yet )?agreed', 'awaiting approval', 'for discussion']);
/** A plan says at its top, if anywhere, that it is a draft. */
const TOP = 300;

type Found = ReadonlyMap<Sought, Evidence>;

/**
 * Screens a practice implementation plan. It is a checklist for a reviewer and no judgement: a phrase
 * may be found in a sentence that means something else, a plan in unusual words may hold more than is
 * found, and a lead named by post ("the practice manager") counts as named. Where the actions of a
 * table each have a lead and a date and the plan as a whole has none, none is found.
 * (Design, section 6: working towards; domain notes, 2.7 and 5.)
 */
export function screenPlan(asked: ToScreen): Screened {
  const { flow, sha256 } = asked;
  const searched = searchedFor(flow, LABELS);
  const found: Found = new Map(PLAN_SOUGHT.map((each) => [each, evidenceOf(each, searched)]));
  const isDraft = has(DRAFT, flow.text.slice(0, TOP)) || saidOf(found, SIGN_OFF) === false;
  const days = planDays(flow, asked.received, isDraft);
  const points = pointsOf(asked, found, days);
  const untouchedTemplate = isUntouched(asked, found, days);
  const checklist: Checklist = { document: 'plan', points, untouchedTemplate };
  const values = {
    agreedOn: days.agreed.day,
    leadNamed: saidOf(found, LEAD) === true ? (true as const) : null,
    staffTraining: saidOf(found, TRAINING),
    recordReviewProcess: saidOf(found, REVIEW_PROCESS),
    targetOn: days.target.day,
    reviewOn: days.review.day,
    document: sha256,
  };
  return {
    checklist,
    said: { kind: 'plan', values },
    ownDay: days.agreed.day,
    warnings: [...warningsOf(days), ...missing(points, EXAMPLES)],
  };
}

function saidOf(found: Found, sought: Sought): boolean | null {
  const said = found.get(sought)?.said;
  return said === 'yes' ? true : said === 'no' ? false : null;
}

function pointsOf({ flow, practice }: ToScreen, found: Found, days: PlanDays): ChecklistPoint[] {
  const sought = PLAN_SOUGHT.map((each) => pointOf(each, found.get(each)!, flow));
  const [lead, ...rest] = sought;
  return [
    lead!,
    dayPoint(TARGET, days.target, flow),
    ...rest.slice(0, -1),
    dayPoint(REVIEW, days.review, flow),
    rest.at(-1)!,
    dayPoint(AGREED, days.agreed, flow),
    practice.named,
  ];
}

/** Nobody leads, nothing is dated, and the places to write in are still there. */
function isUntouched({ flow }: ToScreen, found: Found, days: PlanDays): boolean {
  const isEmpty =
    saidOf(found, LEAD) !== true && days.agreed.day === null && days.target.day === null;
  return isEmpty && (placeholdersIn(flow) > 0 || namesItsMaker(flow));
}

function warningsOf(days: PlanDays): string[] {
  return [days.agreed, days.target, days.review].flatMap(({ warnings }) => warnings);
}
