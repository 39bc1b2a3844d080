import type { TakeInDeps } from '../../../functions/intake/take-in.ts';

/** The process ends at its n-th call to a store: before the store hears of it, or before the answer is heard. */
export type Crash = { readonly at: number; readonly when: 'before' | 'after' };

/** The stores, counting every call and ending the run at the one that `crash` names. */
export function crashing(
  deps: TakeInDeps,
  crash: Crash,
): { deps: TakeInDeps; calls: () => number } {
  let calls = 0;
  const guard = <T extends object>(store: T): T =>
    new Proxy(store, {
      get(target, name) {
        const call = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>;
        return async (...args: unknown[]) => {
          calls += 1;
          const now = calls >= crash.at;
          if (now && (crash.when === 'before' || calls > crash.at)) throw new Error('crash');
          const answer = await call.apply(target, args);
          if (now) throw new Error('crash');
          return answer;
        };
      },
    });
  const { quarantine, originals, ledger, index, work, messages, notices, open } = deps;
  return {
    calls: () => calls,
    deps: {
      quarantine: guard(quarantine),
      originals: guard(originals),
      ledger: guard(ledger),
      index: guard(index),
      work: guard(work),
      messages: guard(messages),
      notices: guard(notices),
      open: guard({ open }).open,
    },
  };
}

export const NEVER: Crash = { at: Number.POSITIVE_INFINITY, when: 'before' };
