import {
  DENOMINATORS,
  type Denominator,
  SCOPE_TYPES,
  type ScopeType,
} from '../../../shared/coverage/coverage-row.ts';
import { sentenceCase } from '../../../shared/state/words.ts';
import { choice } from '../list/list-links.ts';
import { isSmall } from './figures.ts';
import { LEVEL_WORDS } from './place.ts';

type Chosen = {
  readonly from: string;
  readonly to: string;
  readonly by: ScopeType;
  readonly denominator: Denominator;
};

/** The form of two weeks, cut and denominator. A supplier has no practices, and no cut that shows them. */
export function weeksForm(
  action: string,
  { from, to, by, denominator }: Chosen,
  isSupplier: boolean,
) {
  const levels = SCOPE_TYPES.filter((level) => !(isSupplier && isSmall(level)));
  return {
    action,
    from,
    to,
    levels: levels.map((level) => choice(level, LEVEL_WORDS[level][1], by)),
    denominators: DENOMINATORS.map((name) => choice(name, sentenceCase(name), denominator)),
  };
}
