import type { Clause } from '../../../shared/state/decision.ts';
import { STATUS_MEANINGS } from '../../../shared/state/words.ts';

/** Two clauses give the status opt-in; every other has the meaning of its status. */
const OWN: Partial<Readonly<Record<Clause, string>>> = {
  'opt-in-after-go-live':
    'An opt-in at an EMIS practice that is live or booked: bulk coding with 104 shuts what the switch-on would open. Tried before “live”.',
  'opt-in':
    'An opt-in before the switch-on: DPIA, advertised, website updated, ICB told, and an extract that shows default access off.',
};

/** What a clause needs, in one sentence. */
export function clauseMeaning(clause: Clause): string {
  return OWN[clause] ?? STATUS_MEANINGS[clause as Exclude<Clause, 'opt-in-after-go-live'>];
}
