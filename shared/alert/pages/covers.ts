import { byCodeUnits } from '../../coverage/by-code-units.ts';
import type { Episode } from '../episode.ts';
import type { Delivery } from '../message.ts';
import type { Scope } from '../subscription.ts';

/** True when an episode is about a practice of the scope, by the places that it had when last found. */
export function covers(scope: Scope, { alert, about }: Episode): boolean {
  switch (scope.type) {
    case 'icb':
      return about.icb === scope.code;
    case 'sub-icb':
      return about.subIcb === scope.code;
    case 'pcn':
      return about.pcn === scope.code;
    case 'practices':
      return scope.codes.includes(alert.practice);
  }
}

/** The place that a subscription was last told it covers, where it is one place; null: none was told. */
export function scopeTold(sent: readonly Pick<Delivery, 'on' | 'tells'>[]): Scope | null {
  const covers = sent
    .flatMap(({ on, tells }) => tells.map((key) => ({ on, key })))
    .filter(({ key }) => key.startsWith('cover:'))
    .toSorted((a, b) => byCodeUnits(a.on, b.on));
  const [, type, code] = /^cover:(icb|sub-icb|pcn):([^:]+)$/.exec(covers.at(-1)?.key ?? '') ?? [];
  if (type === undefined || code === undefined) return null;
  return { type: type as 'icb' | 'sub-icb' | 'pcn', code };
}

/** True for the key by which a message tells that an episode has reached a step. */
export function isStepOf(episode: string, key: string): boolean {
  return key.startsWith(`${episode}@step-`);
}
