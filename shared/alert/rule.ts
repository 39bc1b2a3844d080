/**
 * The rules of alerts, in the order in which they are shown (design, "Alerts"). Each is a pure clause
 * over a practice's decision and history, with its threshold from the policy timeline.
 */
export const RULES = [
  'stalled',
  'plan-target-passed',
  'booking-missed',
  'evidence-incomplete',
  'review-overdue',
  'action-plan-104-missing',
  'contradiction',
  'missing-from-extracts',
] as const;
export type Rule = (typeof RULES)[number];

/** The rules of practices that do not get on: a practice that is live, opt-in, exempt or out of scope has none of these. */
export const STALLED_RULES: readonly Rule[] = [
  'stalled',
  'plan-target-passed',
  'booking-missed',
  'evidence-incomplete',
];

/** A rule as a heading. */
export const RULE_WORDS: Readonly<Record<Rule, string>> = {
  stalled: 'No progress',
  'plan-target-passed': 'Plan target date passed',
  'booking-missed': 'Booked switch-on missed',
  'evidence-incomplete': 'Evidence incomplete',
  'review-overdue': 'Review overdue',
  'action-plan-104-missing': 'No action plan for code 104',
  contradiction: 'Statements that contradict each other',
  'missing-from-extracts': 'Missing from supplier extracts',
};
