import type { Scope } from '../shared/alert/subscription.ts';
import type { Day } from '../shared/calendar/day.ts';
import type { PracticeCode } from '../shared/practice/code.ts';
import { PlainError } from './plain-error.ts';

/** What a new subscription is asked for with. */
export type AddOptions = {
  readonly to?: string;
  readonly webhook?: string;
  readonly icb?: string;
  readonly subIcb?: string;
  readonly pcn?: string;
  readonly practices?: string;
  readonly practice?: string;
  readonly paces?: string;
  readonly since?: Day;
  readonly quiet?: true;
  readonly json?: true;
};

/** Where it is told: throws a PlainError unless one place is named. */
export function channelIn({ to, webhook }: AddOptions) {
  if ((to === undefined) === (webhook === undefined)) {
    throw new PlainError('Say where to: --to ADDRESS or --webhook URL.', 2);
  }
  return to !== undefined
    ? ({ type: 'email', to } as const)
    : ({ type: 'webhook', url: webhook! } as const);
}

/** What it is about: throws a PlainError unless one thing is named. */
export function scopeIn({ icb, subIcb, pcn, practices, practice }: AddOptions): Scope {
  const given = [icb, subIcb, pcn, practices, practice].filter((code) => code !== undefined);
  if (given.length !== 1) {
    throw new PlainError(
      'Say what it is about, once: --icb, --sub-icb, --pcn, --practices or --practice.',
      2,
    );
  }
  if (icb !== undefined) return { type: 'icb', code: icb };
  if (subIcb !== undefined) return { type: 'sub-icb', code: subIcb };
  if (pcn !== undefined) return { type: 'pcn', code: pcn };
  const codes = (practices ?? practice ?? '').split(/[\s,;]+/).filter((code) => code !== '');
  return { type: 'practices', codes: codes.map((code) => code.toUpperCase() as PracticeCode) };
}
