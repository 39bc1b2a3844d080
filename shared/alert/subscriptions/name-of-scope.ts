import type { Scope } from '../subscription.ts';

const LEVEL_WORDS = { icb: 'ICB', 'sub-icb': 'sub-ICB location', pcn: 'PCN' } as const;

/** A scope as its codes say it: `ICB QHM`, `practices A81001, A81002`. */
export function nameOfScope(scope: Scope): string {
  if (scope.type !== 'practices') return `${LEVEL_WORDS[scope.type]} ${scope.code}`;
  const [first, ...more] = scope.codes;
  return more.length === 0 ? `practice ${first}` : `practices ${scope.codes.join(', ')}`;
}
