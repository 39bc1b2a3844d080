import type { Rule } from '../../../shared/alert/rule.ts';

/** What each rule of alerts finds, without its number: that is policy. (Design: alerts; ADR 13.) */
export const ALERT_MEANINGS: Readonly<Record<Rule, string>> = {
  stalled:
    'For longer than policy allows the practice has taken no step, and it has no date to come: no plan, no booking.',
  'plan-target-passed':
    'The target date in its plan is past, it is not live, and no switch-on is booked.',
  'booking-missed':
    'The date of a booked switch-on is past for longer than policy allows, and no extract shows the practice live.',
  'evidence-incomplete':
    'Some of the evidence for a plan, an opt-in or a pause has come, and the rest has not, for longer than policy allows.',
  'review-overdue': 'The review date of its DPIA, or of a plan that still counts, is past.',
  'action-plan-104-missing':
    'More of its patients are coded 104 than policy allows without a plan for reviewing them, and no such plan is known.',
  contradiction:
    'What the practice says and what its supplier’s extract shows cannot both be right, or two statements that count alike disagree.',
  'missing-from-extracts':
    'The latest extracts of its supplier, as many in a row as policy allows, list other practices and not this one.',
};
