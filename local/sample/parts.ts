import { addDays, type Day } from '../../shared/calendar/day.ts';
import type { Supplier } from '../../shared/practice/supplier.ts';
import { PROGRAMME_SUPPLIERS } from '../../shared/practice/supplier.ts';
import {
  extractBefore,
  FIRST_DAY,
  HALT,
  PHASED_FROM,
  shownBy,
  trackerAfter,
} from './programme-dates.ts';
import type { Part, ReturnCells, Role, Said } from './script.ts';

/** How every practice starts: nothing sent, so due to be switched on in phases from 1 November until the halt. */
export function nothingSaid({ practice }: Role, from: Day = FIRST_DAY): Part {
  const isDue = PROGRAMME_SUPPLIERS.includes(practice.supplier) && from < HALT;
  const due = isDue ? [{ from: PHASED_FROM, status: 'scheduled' as const }] : [];
  const halted = isDue ? [{ from: HALT, status: 'no-evidence' as const }] : [];
  return { intended: [{ from, status: 'no-evidence' }, ...due, ...halted] };
}

/** Switched on on a day; known when an extract of that day or later comes in. */
export function switchedOn(supplier: Supplier, on: Day): Part {
  return {
    settings: [{ from: on, on: true }],
    intended: [{ from: shownBy(supplier, on), status: 'live' }],
  };
}

/** Switched off again after having been live. */
export function switchedOff(supplier: Supplier, on: Day): Part {
  return {
    settings: [{ from: on, on: false }],
    intended: [{ from: shownBy(supplier, on), status: 'reverted' }],
  };
}

/** The supplier announces a switch-on in the last extract before it (or in the one named). */
export function booked(supplier: Supplier, on: Day, announced?: Day): Part {
  const extract = extractBefore(supplier, announced === undefined ? on : addDays(announced, 1));
  const told = { from: extract.receivedOn, status: 'scheduled' as const };
  // The halt called off the blanket switch-on and no booking.
  const stands = told.from < HALT && on > HALT ? [{ ...told, from: HALT }] : [];
  return {
    bookings: [{ announced: extract.on, on }],
    intended: [told, ...stands],
  };
}

/** Something said by the practice: through the next tracker of its ICB, or in a file of its own the day after. */
export function says(role: Role, asAt: Day, cells: ReturnCells): Said {
  const ownFile = role.random.chance(0.04);
  const told = ownFile ? addDays(asAt, 1) : trackerAfter(asAt);
  return { asAt, told, via: ownFile ? 'own-file' : 'tracker', cells };
}

type Letter = {
  readonly sentOn: Day;
  /** London time; absent: nobody noted it. */
  readonly time?: string;
  readonly acknowledgedOn?: Day;
  /** Told in this tracker or later, where it was reported late. */
  readonly toldAfter?: Day;
};

/** A pause letter, told of some days later: scheduled for 30 November until the halt, paused from then on. */
export function pauseLetter(role: Role, letter: Letter): Part {
  const { random } = role;
  const asAt = letter.toldAfter ?? addDays(letter.acknowledgedOn ?? letter.sentOn, 2);
  const said = says(role, asAt, {
    ...(random.chance(0.4) && { declared_status: 'paused' }),
    ...(random.chance(0.5) && { letter_to: role.practice.supplier }),
    letter_sent_date: letter.sentOn + (letter.time === undefined ? '' : ` ${letter.time}`),
    ...(letter.acknowledgedOn !== undefined && { letter_acknowledged_date: letter.acknowledgedOn }),
  });
  const paused = { from: said.told > HALT ? said.told : HALT, status: 'paused-by-letter' as const };
  const inForceBefore = said.told < HALT ? [{ from: said.told, status: 'scheduled' as const }] : [];
  return { said: [said], intended: [...inForceBefore, paused] };
}

/** An implementation plan's cells; a test of the rules may leave one of the parts out. */
export function planCells(
  role: Role,
  plan: { agreedOn: Day; targetOn: Day; without?: string },
): ReturnCells {
  const cells = {
    plan_date: plan.agreedOn,
    plan_lead: role.random.pick(['Practice manager', 'GP partner', 'IT lead', 'Deputy manager']),
    plan_staff_training: 'yes',
    plan_record_review_process: 'yes',
    plan_target_date: plan.targetOn,
    ...(role.random.chance(0.3) && { plan_review_date: addDays(plan.agreedOn, 180) }),
  };
  return Object.fromEntries(
    Object.entries(cells).filter(([column]) => column !== plan.without),
  ) as ReturnCells;
}

/** A complete plan, known from the day on which it was told. */
export function plan(role: Role, agreedOn: Day, targetOn: Day): Part {
  const said = says(role, addDays(agreedOn, role.random.between(1, 10)), {
    ...(role.random.chance(0.5) && { declared_status: 'working towards' }),
    ...planCells(role, { agreedOn, targetOn }),
  });
  return { said: [said], intended: [{ from: said.told, status: 'working-towards' }] };
}

/** The cells of an opt-in with its DPIA and its three steps, all done between the two days given. */
export function optInCells(role: Role, from: Day, to: Day): ReturnCells {
  const { random } = role;
  const within = () => dayBetween(role, from, to);
  return {
    ...(random.chance(0.6) && { declared_status: 'opt-in' }),
    dpia_date: from,
    dpia_outcome: 'opt-in',
    dpia_signed_by: random.pick([
      'Senior partner',
      'Caldicott guardian',
      'Data protection officer',
    ]),
    ...(random.chance(0.5) && { dpia_review_date: addDays(from, 365) }),
    opt_in_advertised_date: within(),
    website_updated_date: within(),
    icb_notified_date: to,
  };
}

/** A day from the first to the last, both included, drawn by lot. */
export function dayBetween({ random }: Role, first: Day, last: Day): Day {
  const span = Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);
  return addDays(first, random.between(0, span));
}
