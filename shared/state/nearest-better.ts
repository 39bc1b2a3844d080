import type { View } from './clauses.ts';
import type { Decision, DecisionInFull, Status, Towards, Tried } from './decision.ts';
import { directionsOf } from './incomplete.ts';

const STATUS_TOWARDS: Readonly<Record<Towards, Status>> = {
  live: 'live',
  'opt-in': 'opt-in',
  pause: 'paused-by-letter',
  plan: 'working-towards',
};

/**
 * The nearest better state, and all that is missing for it. A practice that has set out in some
 * direction is told the end of that one (the one that lacks least); any other is told what going live
 * needs. Live and out-of-scope practices have none.
 */
export function nearestBetterOf(view: View, decision: Decision): DecisionInFull['nearestBetter'] {
  const { status, proof } = decision;
  if (status === 'live' || status === 'out-of-scope') return null;
  if (status === 'conflict') return settled(view);
  const open = directionsOf(view)
    .map(({ towards, lacked }) => ({ status: STATUS_TOWARDS[towards], ifOnly: lacked }))
    .filter((end) => end.ifOnly.length > 0 && isBetter(end.status, proof.tried));
  const [nearest] = open.sort((a, b) => a.ifOnly.length - b.ifOnly.length);
  if (nearest !== undefined) return nearest;
  const live = proof.tried.find((t) => t.clause === 'live');
  return live === undefined ? null : { status: 'live', ifOnly: live.lacked };
}

/** Better means tried before the one that decided. */
function isBetter(status: Status, tried: readonly Tried[]): boolean {
  return tried.some((t) => t.clause === status);
}

function settled({ picture: { configuration } }: View): DecisionInFull['nearestBetter'] {
  if (configuration.disagrees !== null) {
    return {
      status: 'live',
      ifOnly: [
        `a correction or retraction of the extract of ${configuration.held?.asAt} that shows it off`,
      ],
    };
  }
  return { status: 'opt-in', ifOnly: ['a later extract that shows default access off'] };
}
