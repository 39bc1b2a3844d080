import { type Instant, londonDay } from '../calendar/day.ts';
import type { Member } from './member.ts';

/** Whether a membership lets nobody in any more: from its last day on, by London's days. */
export function hasEnded({ endedOn }: Pick<Member, 'endedOn'>, now: Instant): boolean {
  return endedOn !== null && londonDay(now) >= endedOn;
}
