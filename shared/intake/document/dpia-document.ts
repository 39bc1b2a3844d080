import type { Checklist, ChecklistPoint } from './checklist.ts';
import { type DpiaDays, dpiaDays } from './dpia-days.ts';
import { type StatedOutcome, statedOutcome } from './dpia-outcome.ts';
import { OUTCOME_LABELS } from './dpia-outcome-words.ts';
import {
  CONTROLLER,
  DPIA_LABELS,
  DPIA_SOUGHT,
  DPO_ADVICE,
  MEASURES,
  RESIDUAL,
  SIGNATURE,
} from './dpia-points.ts';
import { STEPS } from './dpia-step-headings.ts';
import { signOffFrom, stepsIn } from './dpia-steps.ts';
import { type Evidence, evidenceOf, searchedFor } from './evidence.ts';
import { type Examples, missing } from './missing.ts';
import { DAY_LABELS, OTHER_LABELS } from './other-labels.ts';
import { dayPoint, foundAt, pointOf } from './points.ts';
import type { Screened, ToScreen } from './screened.ts';
import type { Sought } from './sought.ts';
import { namesItsMaker, placeholdersIn } from './untouched.ts';

const LABELS = [
  ...DPIA_SOUGHT.flatMap(({ labels }) => labels),
  ...STEPS.flatMap(({ headings }) => headings),
  ...DPIA_LABELS,
  ...OUTCOME_LABELS,
  ...DAY_LABELS,
  ...OTHER_LABELS,
];

const OUTCOME = { point: 'an outcome (opt-in or automatic)', needed: true };
const DATE = { point: 'a date', needed: true };
const REVIEW = { point: 'a review date', needed: false };

const EXAMPLES: Examples = {
  [OUTCOME.point]: 'Outcome: the practice will adopt an opt-in model',
  [SIGNATURE.point]: 'Signed by: Dr A Example, GP partner',
  [DATE.point]: 'Date signed: 12 October 2023',
};

type Found = ReadonlyMap<Sought, Evidence>;

/**
 * Screens a DPIA. It is a checklist for a reviewer and no judgement: that a step has words under its
 * heading does not make it a good one, and a template that came filled in looks written. A signature
 * that is a picture is not seen; on the ICO's form, which has no line for one, measures and residual
 * risks approved by somebody count as signed. An outcome told in a roundabout way is not found, and one
 * in a sentence about other patients or other practices may be. (Domain notes, section 5; design,
 * section 6: opt-in.)
 */
export function screenDpia(asked: ToScreen): Screened {
  const { flow, sha256 } = asked;
  const searched = searchedFor(flow, LABELS);
  const found = withApprovals(
    new Map(DPIA_SOUGHT.map((each) => [each, evidenceOf(each, searched)])),
  );
  const days = dpiaDays(flow, asked.received);
  const outcome = statedOutcome(searched, signOffFrom(flow));
  const untouchedTemplate = isUntouched(asked, found);
  const points = pointsOf(asked, { found, days, outcome: untouchedTemplate ? NONE : outcome });
  const checklist: Checklist = { document: 'dpia', points, untouchedTemplate };
  const values = {
    completedOn: days.completed.day,
    signed: isYes(found, SIGNATURE) ? (true as const) : null,
    outcome: untouchedTemplate ? null : outcome.outcome,
    reviewOn: days.review.day,
    document: sha256,
  };
  return {
    checklist,
    said: { kind: 'dpia', values },
    ownDay: days.completed.day,
    warnings: [
      ...days.completed.warnings,
      ...days.review.warnings,
      ...(outcome.outcome === null && outcome.both ? [BOTH] : []),
      ...missing(points, EXAMPLES),
    ],
  };
}

const NONE: StatedOutcome = { outcome: null, both: false };
const BOTH =
  'the outcome is stated as opt-in in one place and as automatic in another, so neither was taken';

/** The ICO's form is signed by the names of those who approved measures and residual risks. */
function withApprovals(found: Map<Sought, Evidence>): Found {
  const signed = found.get(SIGNATURE)!;
  const [measures, residual] = [found.get(MEASURES)!, found.get(RESIDUAL)!];
  if (signed.said === 'silent' && measures.said === 'yes' && residual.said === 'yes') {
    found.set(SIGNATURE, measures);
  }
  return found;
}

function isYes(found: Found, sought: Sought): boolean {
  return found.get(sought)?.said === 'yes';
}

function pointsOf(
  { flow, practice }: ToScreen,
  read: { found: Found; days: DpiaDays; outcome: StatedOutcome },
): ChecklistPoint[] {
  const { found, days, outcome } = read;
  const point = (sought: Sought) => pointOf(sought, found.get(sought)!, flow);
  const isSigned = isYes(found, SIGNATURE) || isYes(found, MEASURES) || isYes(found, RESIDUAL);
  const steps = stepsIn(flow, isSigned);
  const stated = foundAt(outcome.outcome === null ? null : outcome.at);
  return [
    point(CONTROLLER),
    ...STEPS.map((step, index) => pointOf({ ...step, needed: false }, steps[index]!, flow)),
    { ...pointOf(OUTCOME, stated, flow), says: outcome.outcome },
    point(MEASURES),
    point(RESIDUAL),
    point(DPO_ADVICE),
    dayPoint(DATE, days.completed, flow),
    point(SIGNATURE),
    dayPoint(REVIEW, days.review, flow),
    practice.named,
  ];
}

/** No controller, nobody who signed or approved, and its maker's name or the places to write in still there. */
function isUntouched({ flow }: ToScreen, found: Found): boolean {
  const isBlank = [CONTROLLER, SIGNATURE, MEASURES, RESIDUAL].every((each) => !isYes(found, each));
  return isBlank && (namesItsMaker(flow) || placeholdersIn(flow) > 0);
}
