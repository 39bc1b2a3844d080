import { PROGRAMME_SUPPLIERS } from '../practice/supplier.ts';
import type { Denominator } from './coverage-row.ts';
import type { PracticeOnDay } from './practice-on-day.ts';

/** Which practices a percentage is of. */
type Rule = (practice: PracticeOnDay) => boolean;

/** Where a practice stands to a denominator, and why. `unknown`: what would say is not known yet. */
export type Verdict = { readonly is: 'in' | 'out' | 'unknown'; readonly because: string };

const verdict = (is: Verdict['is'], because: string): Verdict => ({ is, because });
const IN: Readonly<Record<Denominator, Verdict>> = {
  open: verdict('in', 'open English GP practice by the register'),
  listed: verdict('in', 'open, with a registered list'),
  programme: verdict('in', 'listed, on a system in the programme'),
};
const EXEMPT = verdict('out', 'has a national exemption');
const NOT_LISTED = verdict('out', 'has no list in the list file that holds on the day');
const NOT_IN_PROGRAMME = verdict('out', 'is on a system outside the programme');
const NOT_IN_REGISTER = verdict('unknown', 'no register file lists the code');
const NO_SUPPLIER = verdict('unknown', 'its system supplier is not known');

/** Why a practice is no part of `open`, or undefined. */
function notOpen(practice: PracticeOnDay): Verdict | undefined {
  const { decision, exemptNationally, outOfScope } = practice;
  if (decision.status === 'out-of-scope') return verdict('out', outOfScope ?? 'is out of scope');
  if (exemptNationally) return EXEMPT;
  if (decision.flags.includes('not-in-register')) return NOT_IN_REGISTER;
  return undefined;
}

function notInProgramme({ supplier }: PracticeOnDay): Verdict | undefined {
  if (supplier === null) return NO_SUPPLIER;
  return PROGRAMME_SUPPLIERS.includes(supplier) ? undefined : NOT_IN_PROGRAMME;
}

/** Says of one practice whether a denominator counts it, and why (issue: denominators side by side). */
export function verdictOn(practice: PracticeOnDay, denominator: Denominator): Verdict {
  const isIn = IN[denominator];
  const out = notOpen(practice);
  if (out !== undefined || denominator === 'open') return out ?? isIn;
  if (!practice.listed) return NOT_LISTED;
  return (denominator === 'programme' ? notInProgramme(practice) : undefined) ?? isIn;
}

/**
 * The named rules that say which practices count (design rule: every percentage names its own).
 * `open`: open English GP practices by ODS. `listed`: those with a registered list in the complete
 * list file that holds on the day. `programme`: those on a supplier that the national dates bind; a
 * practice whose supplier is not known is outside it, and so shows in `patients_outside`.
 * A national exemption leaves every one of them. A code that no register file lists has a state, but by
 * ODS it is no open practice, and it is in none.
 */
export const DENOMINATOR_RULES: Readonly<Record<Denominator, Rule>> = {
  open: (practice) => notOpen(practice) === undefined,
  listed: (practice) => verdictOn(practice, 'listed').is === 'in',
  programme: (practice) => verdictOn(practice, 'programme').is === 'in',
};
