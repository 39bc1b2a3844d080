import type { Day } from '../calendar/day.ts';
import type { Fact } from '../evidence/fact.ts';
import type { Outcome, View } from './clauses.ts';
import type { Towards } from './decision.ts';
import { saidIn } from './picture.ts';
import { pausingEntry } from './switch-on.ts';

/** One direction in which some evidence points, and what it lacks to get there. */
export type Direction = {
  readonly towards: Towards;
  readonly by: readonly Fact[];
  readonly lacked: readonly string[];
  readonly since: Day | null;
};

/** Some of the evidence, and what it points to: the first direction, in the order of the statuses. */
export function incomplete(view: View): Outcome {
  const [first] = directionsOf(view);
  if (first === undefined) return { met: false, lacked: ['any evidence of a step taken'] };
  return { met: true, by: first.by, since: first.since, towards: first.towards };
}

/** Every direction in which a practice has taken a step: live, opt-in, pause, plan. */
export function directionsOf(view: View): readonly Direction[] {
  const found = [towardsLive(view), towardsOptIn(view), towardsPause(view), towardsPlan(view)];
  return found.filter((direction) => direction !== null);
}

/** Own word without supplier proof, a practice that was live elsewhere, or a DPIA for automatic access. */
function towardsLive({ picture }: View): Direction | null {
  const { declared, configuration, dpia, supplier } = picture;
  const by: Fact[] = [];
  if (declared?.values.status === 'live') by.push(declared);
  if (configuration.onElsewhere !== null) by.push(configuration.onElsewhere);
  if (dpia.outcome?.value === 'automatic') by.push(...saidIn(dpia));
  if (by.length === 0) return null;
  const lacked = ['an extract that shows default access on'];
  // A practice that was live until it changed supplier falls short from the change on.
  const isChanged = configuration.onElsewhere !== null && supplier.first !== null;
  return { towards: 'live', by, lacked, since: isChanged ? supplier.first.asAt : earliest(by) };
}

function towardsOptIn({ picture, optIn }: View): Direction | null {
  const declared = picture.declared?.values.status === 'opt-in' ? [picture.declared] : [];
  const out = picture.judgedOut.dpia;
  if (!optIn.begun && declared.length === 0 && out.length === 0) return null;
  const { held } = picture.configuration;
  const isShownOff = held !== null && !held.values.on;
  const lacked = isShownOff
    ? optIn.lacked
    : [...optIn.lacked, 'an extract that shows default access off'];
  const by = [...declared, ...optIn.by, ...out];
  return { towards: 'opt-in', by, lacked, since: earliest(by) };
}

/** A letter that pauses nothing (undated, judged out, another supplier's, without effect), or the bare word. */
function towardsPause(view: View): Direction | null {
  const { letters, declared, judgedOut } = view.picture;
  const sent = [...letters.standing, ...letters.elsewhere].flatMap((letter) => letter.said);
  const word = declared?.values.status === 'paused' ? [declared] : [];
  const by = [...word, ...sent, ...letters.undated, ...judgedOut.letters];
  if (by.length === 0) return null;
  return { towards: 'pause', by, lacked: pauseLacks(view), since: earliest(by) };
}

function pauseLacks({ picture, policy }: View): readonly string[] {
  const { letters, judgedOut } = picture;
  if (letters.standing.length > 0) {
    return pausingEntry(picture, policy) === null ? ['a rule under which a letter pauses'] : [];
  }
  if (letters.undated.length > 0) return ['the day on which the letter was sent'];
  if (judgedOut.letters.length > 0) return ['a letter that was not judged out'];
  return ['a letter to its own supplier, sent and not withdrawn'];
}

function towardsPlan({ picture, plan }: View): Direction | null {
  const word = picture.declared?.values.status === 'working-towards' ? [picture.declared] : [];
  const out = picture.judgedOut.plan;
  const by = [...word, ...plan.by, ...out];
  if (by.length === 0) return null;
  const lacked = out.length > 0 && !plan.begun ? ['a plan that was not judged out'] : plan.lacked;
  return { towards: 'plan', by, lacked, since: plan.since ?? earliest(by) };
}

function earliest(facts: readonly Fact[]): Day | null {
  let first: Day | null = null;
  for (const { effectiveOn } of facts)
    if (first === null || effectiveOn < first) first = effectiveOn;
  return first;
}
