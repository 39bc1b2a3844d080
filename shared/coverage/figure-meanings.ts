import type { Denominator } from './coverage-row.ts';

/** Which practices a percentage is of, one sentence for each rule in `DENOMINATOR_RULES`. */
export const DENOMINATOR_MEANINGS: Readonly<Record<Denominator, string>> = {
  open: 'Practices that the register lists as open GP practices in England on the day, without those with a national exemption. The headline is of these.',
  listed:
    'Of the open practices, those with registered patients in the list file that holds on the day.',
  programme:
    'Of the listed practices, those on a system supplier that the national dates bind. A practice whose supplier is not known is not among them.',
};

/** The two ends between which the share of live practices lies, and what makes the room between them. */
export const BOUND_MEANINGS = {
  lowest:
    'The share if no unknown practice were live: practices that are live and were seen lately.',
  highest: 'The share if every unknown practice were live.',
  unknown:
    'A practice in conflict, one never seen in a supplier’s extract, or one last seen longer ago than policy allows.',
} as const;
