import * as z from 'zod';
import { RULE_WORDS, RULES, type Rule } from '../../../shared/alert/rule.ts';
import { PACES, type Pace, type Subscription } from '../../../shared/alert/subscription.ts';
import { PACE_WORDS } from './subscription-table.ts';

type Paces = Subscription['paces'];
export type PaceField = `pace-${Rule}`;

const PaceChoice = z.enum(PACES, `Choose how soon: ${PACES.join(', ')}`).optional();

/** One field for each rule; what is left out stays as it is. */
export const PaceFields = Object.fromEntries(
  RULES.map((rule) => [`pace-${rule}`, PaceChoice.describe(`How soon: ${RULE_WORDS[rule]}`)]),
) as Readonly<Record<PaceField, typeof PaceChoice>>;

/** The paces that somebody chose, over those that held. */
export function pacesChosen(
  chosen: Readonly<Partial<Record<PaceField, Pace | undefined>>>,
  before: Paces,
): Paces {
  return Object.fromEntries(
    RULES.map((rule) => [rule, chosen[`pace-${rule}`] ?? before[rule]]),
  ) as Paces;
}

/** A select for each rule, as the form of a subscription shows them. */
export function paceSelects(
  before: Paces,
  typed: Readonly<Record<string, string>>,
): readonly unknown[] {
  return RULES.map((rule) => {
    const name = `pace-${rule}`;
    const chosen = typed[name] ?? before[rule];
    return {
      name,
      label: RULE_WORDS[rule],
      items: PACES.map((pace) => ({
        value: pace,
        text: PACE_WORDS[pace],
        ...(pace === chosen && { selected: true }),
      })),
    };
  });
}
