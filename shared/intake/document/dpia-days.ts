import type { Day } from '../../calendar/day.ts';
import { type Cues, cuedDays, type GivenDay, givenDay } from './day-cues.ts';
import type { Flow } from './flow.ts';
import { isMakersDay } from './untouched.ts';

type Part = 'completed' | 'signed' | 'approved' | 'review' | 'dated' | 'other';

/** What the words before a date in a DPIA make of it. */
const CUES: Cues<Part> = {
  completed: [
    '(dpia|assessment|document)( was| has been)? (completed|finalised|carried out|undertaken|agreed|approved)',
    'dates? (of )?(completed|completion|assessment|dpia|finalised|of dpia|of this dpia|approved|of approval)',
    'dpia date',
    'completed( on)?',
    'approved( by:? [^•;]{1,80}?)?( on)?',
  ],
  signed: [
    'signed(-off)?',
    'signature',
    'sign-off( date)?',
    'date (of signature|signed|of sign-off)',
    'sign(ed|ature)[^•;]{0,80}?[ \\n]date(d)?',
  ],
  approved: [
    '(measures|risks?) (approved|accepted) by',
    '(measures|risks?) (approved|accepted) by[^•;]{0,80}?[ \\n]date(d)?',
  ],
  review: [
    'review dates?',
    'dates? (of|for) (next |the next |dpia )?review',
    'next review( date| due)?',
    'review due( date| on| by)?',
    'review(?=\\s*[:\\n_])',
    '(to|will|should|shall) be (next |formally )?reviewed( again)?( on| by| in)?',
    '(dpia|this|it|document|assessment) (will be |is to be |to be |should be |is |must be |shall be )?(kept under review|(next |formally |then )?reviewed)',
    'kept under review( by[^•;]{0,60})?',
    'review (of )?(this|the|our) (dpia|assessment|document)',
    'we will (next |then )?review (this|it)',
    'dpia review',
    'review (on|by|in)',
  ],
  dated: [
    'date',
    'dated',
    'version date',
    'date of (issue|document)',
    'created',
    'last updated',
    'updated',
  ],
  other: [
    'consult\\p{L}*',
    'consultation[^•;]{0,60} (on|in)',
    'train(ed|ing)?',
    'letter( was)?( sent)?( dated| of)?',
    'wrote',
    'contract\\p{L}*',
    'regulations?',
    'on or (after|before)',
    'deadline',
    'went live|go-live|going live|live',
    '(switch|turn)(ed|ing)? on',
    'template( dpia)?( dated)?',
    "bma('s)?( general)?( dpia)?( is| was)?( dated)?",
    'guidance( dated| of)?',
    'meeting',
    'email(ed)?',
    'available',
    '(by|from|since|until)( the)?( end of)?(?= ?$)',
  ],
};

export type DpiaDays = { readonly completed: GivenDay; readonly review: GivenDay };

/**
 * Takes a DPIA and the day of receipt, gives when it was completed (signed, approved, else dated) and
 * when it is to be reviewed. A date in the title that is the template maker's own is not the practice's.
 */
export function dpiaDays(flow: Flow, received: Day): DpiaDays {
  const days = cuedDays(flow, CUES).filter(({ end }) => !isMakersDay(flow, end));
  const of = (...parts: readonly Part[]) =>
    parts.flatMap((part) => days.filter((each) => each.part === part));
  return {
    completed: givenDay(of('completed', 'signed', 'approved', 'dated'), {
      what: 'its date',
      latest: received,
    }),
    review: givenDay(of('review'), { what: 'the review date', latest: null }),
  };
}
