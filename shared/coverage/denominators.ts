import { PROGRAMME_SUPPLIERS } from '../practice/supplier.ts';
import type { Denominator } from './coverage-row.ts';
import type { PracticeOnDay } from './practice-on-day.ts';

/** Which practices a percentage is of. */
type Rule = (practice: PracticeOnDay) => boolean;

const isOpen: Rule = ({ decision, exemptNationally }) =>
  decision.status !== 'out-of-scope' &&
  !decision.flags.includes('not-in-register') &&
  !exemptNationally;
const isListed: Rule = (practice) => isOpen(practice) && practice.listed;
const isInProgramme: Rule = (practice) =>
  isListed(practice) &&
  practice.supplier !== null &&
  PROGRAMME_SUPPLIERS.includes(practice.supplier);

/**
 * The named rules that say which practices count (design rule: every percentage names its own).
 * `open`: open English GP practices by ODS. `listed`: those with a registered list in the complete
 * list file that holds on the day. `programme`: those on a supplier that the national dates bind; a
 * practice whose supplier is not known is outside it, and so shows in `patients_outside`.
 * A national exemption leaves every one of them. A code that no register file lists has a state, but by
 * ODS it is no open practice, and it is in none.
 */
export const DENOMINATOR_RULES: Readonly<Record<Denominator, Rule>> = {
  open: isOpen,
  listed: isListed,
  programme: isInProgramme,
};
