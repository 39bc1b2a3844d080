import type { Day } from '../../calendar/day.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { Towards } from '../decision.ts';
import { earliestEffect } from './rank.ts';
import type { Reading } from './reading.ts';

/** What some of the evidence points to. */
export type Begun = {
  readonly towards: Towards;
  readonly by: readonly Fact[];
  readonly since: Day | null;
};

/** The first direction, in the order of the statuses, in which any step was taken. */
export function firstBegun(reading: Reading): Begun | undefined {
  return [towardsLive, towardsOptIn, towardsPause, towardsPlan]
    .map((direction) => direction(reading))
    .find(({ by }) => by.length > 0);
}

const ownWord = ({ declared }: Reading, status: string): Fact[] =>
  declared?.values.status === status ? [declared] : [];

function towardsLive(reading: Reading): Begun {
  const { shown, dpia, supplier } = reading;
  const by = ownWord(reading, 'live');
  if (shown.onElsewhere !== undefined) by.push(shown.onElsewhere);
  if (dpia.field('outcome')?.is === 'automatic') by.push(...dpia.by);
  // Live until it changed supplier: it falls short from the change on.
  const since = shown.onElsewhere === undefined ? earliestEffect(by) : supplier.since;
  return { towards: 'live', by, since };
}

function towardsOptIn(reading: Reading): Begun {
  const { optIn, judgedOut } = reading;
  const word = [...ownWord(reading, 'opt-in'), ...judgedOut.dpia];
  const by = optIn.isBegun || word.length > 0 ? [...word, ...optIn.by] : [];
  return { towards: 'opt-in', by, since: earliestEffect(by) };
}

function towardsPause(reading: Reading): Begun {
  const { post, judgedOut } = reading;
  const sent = [...post.own, ...post.elsewhere].flatMap((letter) => letter.by);
  const by = [...ownWord(reading, 'paused'), ...sent, ...post.undated, ...judgedOut.letters];
  return { towards: 'pause', by, since: earliestEffect(by) };
}

function towardsPlan(reading: Reading): Begun {
  const { plan, judgedOut } = reading;
  const by = [...ownWord(reading, 'working-towards'), ...plan.by, ...judgedOut.plan];
  return { towards: 'plan', by, since: plan.since ?? earliestEffect(by) };
}
