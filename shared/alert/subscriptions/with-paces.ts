import { RULES, type Rule } from '../rule.ts';
import { PACES, type Pace, type Subscription } from '../subscription.ts';

type Paces = Subscription['paces'];
type Refused = { readonly refused: string };

/** The same pace for every rule. */
export function samePace(pace: Pace): Paces {
  return Object.fromEntries(RULES.map((rule) => [rule, pace])) as Paces;
}

/**
 * A subscription with other paces, written as `all=weekly,booking-missed=immediate`; what is not named
 * stays. Refused, in plain English: a rule or a pace that is none.
 */
export function withPaces(subscription: Subscription, text: string): Subscription | Refused {
  const paces = pacesIn(text, subscription.paces);
  return 'refused' in paces ? paces : { ...subscription, paces };
}

/** Paces as somebody wrote them, over those that hold so far. */
export function pacesIn(text: string, before: Paces): Paces | Refused {
  let paces: Record<Rule, Pace> = { ...before };
  for (const part of text.split(',').map((one) => one.trim().toLowerCase())) {
    const [name, pace, ...more] = part.split('=').map((one) => one.trim());
    const isPace = PACES.find((one) => one === pace);
    const rule = RULES.find((one) => one === name);
    if (isPace === undefined || more.length > 0) {
      return {
        refused: `"${part}" sets no pace. Write RULE=PACE with one of: ${PACES.join(', ')}.`,
      };
    }
    if (name === 'all') paces = samePace(isPace);
    else if (rule === undefined) {
      return { refused: `"${name}" is no rule. Name all, or one of: ${RULES.join(', ')}.` };
    } else paces[rule] = isPace;
  }
  return paces;
}
