import { describe } from 'vitest';
import {
  booked,
  bulk104,
  dpia,
  extract,
  letter,
  listing,
  optInSteps,
  plan,
  retractionOf,
} from '../builders.ts';
import { tell } from './story.ts';

const register = listing();
const bookedFor = (scheduledOn: string, asAt: string) => extract({ asAt, scheduledOn });
const july = bookedFor('2023-07-10', '2023-05-01');
const runningPlan = plan({ targetOn: '2023-09-30' });

describe('scheduled: a booked switch-on date still to come', () => {
  tell([
    {
      story: 'a booking in a supplier’s extract schedules',
      facts: [register, ...july],
      on: '2023-06-01',
      is: { status: 'scheduled', clause: 'scheduled', since: '2023-05-01', signals: [] },
    },
    {
      story: 'on the booked day itself the date is still to come',
      facts: [register, ...july],
      on: '2023-07-10',
      is: { status: 'scheduled', lacks: ['overdue'] },
    },
    {
      story: 'on the day after it the booking is overdue',
      facts: [register, ...july],
      on: '2023-07-11',
      is: { status: 'scheduled', signals: ['overdue'] },
    },
    {
      story: 'fourteen days after it the booking is still overdue',
      facts: [register, ...july],
      on: '2023-07-24',
      is: { status: 'scheduled', signals: ['overdue'] },
    },
    {
      story: 'fifteen days after it the booking is missed and the next status applies',
      facts: [register, ...july, runningPlan],
      on: '2023-07-25',
      is: { status: 'working-towards', has: ['booking-missed'], lacks: ['overdue'] },
    },
    {
      story: 'a missed booking with nothing else leaves no status but the signal',
      facts: [register, ...july],
      on: '2023-07-25',
      is: { isNot: 'scheduled', has: ['booking-missed'] },
    },
    {
      story:
        'a missed booking leaves what policy has in store: under the rules of 1 November the phases',
      facts: [register, ...bookedFor('2022-10-10', '2022-09-15')],
      on: '2022-11-15',
      rulesAt: '2022-11-01',
      is: { status: 'scheduled', has: ['booking-missed'], lacks: ['overdue'] },
    },
    {
      story: 'switched on as booked is live, and nothing was missed',
      facts: [register, ...july, ...extract({ on: true, asAt: '2023-07-12' })],
      on: '2023-08-15',
      is: { status: 'live', signals: [] },
    },
    {
      story: 'a booking for the practice’s own supplier counts whatever its name',
      facts: [
        register,
        ...extract({ supplier: 'Vision', asAt: '2023-05-01', scheduledOn: '2023-07-10' }),
      ],
      on: '2023-06-01',
      is: { status: 'scheduled' },
    },
    {
      story: 'a booking holds a planned practice: scheduled is tried before working towards',
      facts: [register, ...july, runningPlan],
      on: '2023-06-01',
      is: { status: 'scheduled' },
    },
    {
      story: 'a complete opt-in is tried before a booking',
      facts: [register, dpia(), ...optInSteps(), ...bookedFor('2023-10-10', '2023-08-20')],
      on: '2023-09-01',
      is: { status: 'opt-in' },
    },
    {
      story: 'bulk 104 holds the switch-on but the status stays scheduled',
      facts: [register, ...july, bulk104({ doneOn: '2023-05-20' })],
      on: '2023-06-01',
      is: { status: 'scheduled', signals: ['held-by-104'] },
    },
  ]);
});

describe('of bookings the latest extract wins, and a blank there cancels', () => {
  tell([
    {
      story: 'a later extract without a date cancels the booking',
      facts: [register, ...july, ...extract({ asAt: '2023-06-01' })],
      on: '2023-06-10',
      is: { status: 'no-evidence', lacks: ['booking-missed'] },
    },
    {
      story: 'a cancelled booking is never missed',
      facts: [register, ...july, ...extract({ asAt: '2023-06-01' })],
      on: '2023-08-10',
      is: { status: 'no-evidence', lacks: ['overdue', 'booking-missed'] },
    },
    {
      story: 'a later extract moves the booking',
      facts: [register, ...july, ...bookedFor('2023-08-10', '2023-06-01')],
      on: '2023-07-20',
      is: { status: 'scheduled', lacks: ['overdue'] },
    },
    {
      story: 'an older extract that comes in late changes nothing',
      facts: [
        register,
        ...bookedFor('2023-08-10', '2023-06-01'),
        ...extract({
          asAt: '2023-05-01',
          scheduledOn: '2023-07-10',
          receivedAt: '2023-06-20T09:00:00Z',
        }),
      ],
      on: '2023-07-20',
      is: { status: 'scheduled', lacks: ['overdue'] },
    },
    {
      story: 'a retracted booking schedules nobody',
      facts: [
        register,
        ...extract({ asAt: '2023-05-01' }),
        booked({ asAt: '2023-05-01', on: '2023-07-10' }),
        retractionOf(booked({ asAt: '2023-05-01', on: '2023-07-10' }), {
          receivedAt: '2023-05-10T09:00:00Z',
        }),
      ],
      on: '2023-06-01',
      is: { status: 'no-evidence' },
    },
  ]);
});

describe('letters beside bookings', () => {
  const later = { sentOn: '2023-05-20' };
  tell([
    {
      story: 'an acknowledged later letter sets the booking aside',
      facts: [register, ...july, letter({ ...later, acknowledgedOn: '2023-05-22' })],
      on: '2023-06-01',
      is: { status: 'paused-by-letter', lacks: ['stop-requested'] },
    },
    {
      story: 'an unacknowledged later letter leaves it scheduled, with the stop requested',
      facts: [register, ...july, letter(later)],
      on: '2023-06-01',
      is: { status: 'scheduled', signals: ['stop-requested'] },
    },
    {
      story: 'the stop stays requested while the next extract repeats the booking',
      facts: [register, ...july, letter(later), ...bookedFor('2023-07-10', '2023-06-01')],
      on: '2023-06-10',
      is: { status: 'scheduled', signals: ['stop-requested'], since: '2023-05-01' },
    },
    {
      story: 'a letter acknowledged only next week leaves it scheduled today',
      facts: [
        register,
        ...july,
        letter({ ...later, acknowledgedOn: '2023-06-08', asAt: '2023-06-08' }),
      ],
      on: '2023-06-01',
      knownAt: '2023-07-01T00:00:00Z',
      is: { status: 'scheduled', has: ['stop-requested'] },
    },
    {
      story: 'the supplier’s own word that it acknowledged the letter counts',
      facts: [
        register,
        ...july,
        letter(later),
        letter({
          ...later,
          acknowledgedOn: '2023-05-22',
          asAt: '2023-05-22',
          sender: { role: 'supplier' },
          document: null,
        }),
      ],
      on: '2023-06-01',
      is: { status: 'paused-by-letter' },
    },
    {
      story: 'a letter from before the booking leaves it scheduled, even if acknowledged',
      facts: [register, letter({ acknowledgedOn: '2022-11-02' }), ...july],
      on: '2023-06-01',
      is: { status: 'scheduled' },
    },
    {
      story: 'an unacknowledged letter pauses once the booking is missed',
      facts: [register, ...july, letter(later)],
      on: '2023-07-25',
      is: { status: 'paused-by-letter', has: ['booking-missed'] },
    },
    {
      story: 'a withdrawn letter sets no booking aside',
      facts: [
        register,
        ...july,
        letter({ ...later, acknowledgedOn: '2023-05-22' }),
        letter({ sentOn: null, withdrawnOn: '2023-05-25', asAt: '2023-05-25' }),
      ],
      on: '2023-06-01',
      is: { status: 'scheduled', lacks: ['stop-requested'] },
    },
  ]);
});
