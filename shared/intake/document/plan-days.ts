import type { Day } from '../../calendar/day.ts';
import {
  type CuedDay,
  type Cues,
  cuedDays,
  type GivenDay,
  givenDay,
  isOthersDay,
} from './day-cues.ts';
import type { Flow } from './flow.ts';
import { anyOf, has } from './phrase.ts';

type Part = 'target' | 'goal' | 'review' | 'agreed' | 'signed' | 'dated' | 'other';

/** What the words before a date in a plan make of it. */
const CUES: Cues<Part> = {
  target: [
    'target(ed)?( go-live| switch-on| completion| implementation)? dates?',
    'target',
    '(planned |proposed |expected |agreed )?(go-live|going live|switch-on|activation|enablement|implementation|launch) dates?',
    'date (for|of|to) (go-live|going live|switch(ing)?-on|go live|implementation|enabling)',
    'target( date)? for (going live|go-live|switch(ing)?-on|access|enabling|prospective access|automatic access)',
    'completion date',
    'proposed date',
    'planned date',
    'aim(ed)? for',
    '(switch-on|go-live|activation|launch)(?=\\s*[:\\n-])',
  ],
  goal: [
    'go-live',
    'going live',
    'be live',
    'switch(ed|ing)?( \\p{L}+){0,4}-on',
    'turn(ed|ing)?( \\p{L}+){0,4}-on',
    '(be |is |are )?(enable|enabled|enabling|activate|activated|activating)',
    '(provide|offer|give|have|providing|offering|giving|start) (\\p{L}+ ){0,3}access',
    '(in place|fully implemented|implemented)',
  ],
  review: [
    'review dates?',
    'dates? (of|for) (next |the next )?review',
    'next review( date| due)?',
    'review due( date| on| by)?',
    'review(?=\\s*[:\\n_])',
    '(to|will|should|shall) be (next |formally )?reviewed( again)?( on| by| in)?',
    '(plan|this|it|document|policy) (will be |is to be |to be |should be |is |must be |shall be )?(next |formally |then )?reviewed',
    'review(ed)? (of )?(this|the|our) (plan|document|progress)',
    'we will (next |then )?review (this|it|progress)',
    'plan review',
    'under review( by [^.;\\n]{1,40})?( until| on)?',
    'revisit(ed)?',
    '(plan|this|it) (will be |is to be |to be )?looked at again( on| by| in)?',
    'review (on|by|in)',
  ],
  agreed: [
    'agreed',
    '(agreed|approved|adopted|ratified) [^.;\\n]{1,60} meetings?( of| on| held on| dated|,)?',
    'dates? (agreed|approved|adopted|of approval|of agreement|ratified)',
    'approved',
    'adopted',
    'ratified',
    '(plan|document)( was)? (dated|written|completed|finalised|issued)',
    'dates? of( this| the)? plan',
    'plan date',
  ],
  signed: [
    'signed(-off)?',
    'signature',
    'sign-off( date)?',
    'date (of signature|signed|of sign-off)',
    'sign(ed|ature)[^•;]{0,80}?[ \\n]date(d)?',
  ],
  dated: [
    '(partners|partnership|practice)( \\p{L}+)? meetings?( of| on| held on|,)?',
    "partners' meetings?( of| on| held on|,)?",
    'date',
    'dated',
    'version date',
    'date of (issue|document)',
    'created',
    'last updated',
  ],
  other: [
    '(to|will|should|must) be (agreed|approved|adopted|ratified|signed)(-off)?( (by|at) [^.;\\n•]{1,40} on| on)?',
    'for (agreement|approval|discussion|decision)( (by|at) [^.;\\n•]{1,40} on| on)?',
    'for example|e\\.g\\.?|such as',
    'train(ed|ing)?',
    'e-learning',
    'webinar',
    'session',
    'module',
    'dpia',
    'data protection impact assessment',
    '(dpia|data protection impact assessment|letter)[^.;\\n]{0,40} (dated|signed|agreed|approved|completed)',
    'letter( was)?( sent)?( dated| of)?',
    'wrote',
    'went live',
    'search(es)?',
    'record[^.;\\n]{0,40} review(s|ed|ing)?( (on|by|in))?',
    '(notes|patients|codes|104)[^.;\\n]{0,40} review(s|ed|ing)?( (on|by|in))?',
    'review(s|ed|ing)? (of )?(all |the |each |every |sensitive |flagged |these )*(records|patients|notes|codes)',
    '104',
    'website',
    'born',
    'deadline',
    'contract\\p{L}*',
    'consult\\p{L}*',
  ],
};

const GIVEN_UP = anyOf([
  '(abandoned|cancelled|withdrawn|dropped|missed|superseded|given up|no longer)',
  '(will|can|could|did|has|have)( now)? ?not (now )?(be |been )?(met|meet|reached|achieved|kept|held|possible)',
]);

/** "Our target was 31 October 2023 but this has been abandoned" */
function isGivenUp({ tail }: CuedDay<Part>): boolean {
  return has(GIVEN_UP, tail);
}

const BEFORE_GOAL =
  /(?:^|[ \n])(?:by|on|from|before|until)(?: the)?(?: end of)?(?: \p{L}+day,?)? ?$/iu;
const GOAL_AFTER = anyOf([
  '(we|the practice|practice|surgery|access|patients|all patients|everyone|it|automatic access|prospective access) ... (live|switch(ed)? on|turn(ed)? on|enabled?|have access|be given access|automatic|prospective|see (their|new)|access)',
]);

/** The days that a plan gives: when it was agreed, its target, its next review. */
export type PlanDays = {
  readonly agreed: GivenDay;
  readonly target: GivenDay;
  readonly review: GivenDay;
};

/**
 * Takes a plan and the day of receipt. A day set by others (a contract, NHS England) is no target. A
 * draft's date says when it was written: it is not agreed until it says so.
 */
export function planDays(flow: Flow, received: Day, isDraft: boolean): PlanDays {
  const days = cuedDays(flow, CUES).map(withGoalAfter);
  const of = (...parts: readonly Part[]) =>
    parts.flatMap((part) => days.filter((each) => each.part === part));
  const own = of('target', 'goal').filter((each) => !isOthersDay(each) && !isGivenUp(each));
  const agreed = isDraft ? of('agreed', 'signed') : of('agreed', 'signed', 'dated');
  return {
    agreed: givenDay(agreed, { what: 'the date agreed', latest: received }),
    target: givenDay(own, { what: 'the target date', latest: null }),
    review: givenDay(of('review'), { what: 'the review date', latest: null }),
  };
}

/** "By 31 March 2024 all patients will have access": what the day is for comes after it. */
function withGoalAfter(each: CuedDay<Part>): CuedDay<Part> {
  const isOpen = each.part === null || each.part === 'other' || each.part === 'dated';
  const isGoal = isOpen && BEFORE_GOAL.test(each.lead) && has(GOAL_AFTER, each.tail);
  return isGoal ? { ...each, part: 'goal', distance: Number.POSITIVE_INFINITY } : each;
}
