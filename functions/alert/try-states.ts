import { BACK_OFF_MINUTES } from '../../shared/alert/back-off.ts';
import type { Delivery } from '../../shared/alert/message.ts';
import { type Instant, instant } from '../../shared/calendar/day.ts';
import type { HandedOver } from '../../shared/store/alert-ports.ts';

/** A delivery that was begun longer ago than this was left by a run that crashed. */
const LEASE_MINUTES = 15;

/** True while the run that began a delivery may still be at it. */
export function isUnderWay({ state, at }: Delivery, now: Instant): boolean {
  return state === 'begun' && now < minutesAfter(at, LEASE_MINUTES);
}

/** A delivery as it is recorded before its message is handed over once more. */
export function begunAgain(delivery: Delivery, now: Instant): Delivery {
  const { tries, version } = delivery;
  const fresh = { at: now, tries: tries + 1, version: version + 1 };
  return { ...delivery, ...fresh, state: 'begun', notBefore: null, why: null };
}

/** A delivery as it is recorded once it is known what became of handing its message over. */
export function after(begun: Delivery, handedOver: HandedOver, now: Instant): Delivery {
  const fresh = { ...begun, at: now, notBefore: null, version: begun.version + 1 };
  if (handedOver.outcome === 'sent') {
    const { providerId } = handedOver;
    return { ...fresh, state: 'sent', providerId, why: null, message: null };
  }
  const why = withoutAddresses(handedOver.why);
  if (handedOver.outcome !== 'not-now') return { ...fresh, state: handedOver.outcome, why };
  const minutes = BACK_OFF_MINUTES[begun.tries - 1];
  if (minutes === undefined) return { ...fresh, state: 'dead', why };
  return { ...fresh, state: 'waiting', why, notBefore: minutesAfter(now, minutes) };
}

/** What is known of a delivery whose run crashed: whether it went out, by a carrier that can tell; else nothing. */
export function afterCrash(begun: Delivery, was: boolean | undefined, now: Instant): Delivery {
  const fresh = { ...begun, at: now, version: begun.version + 1 };
  if (was === true) return { ...fresh, state: 'sent', why: null, notBefore: null, message: null };
  if (was === false) return { ...fresh, state: 'waiting', why: null, notBefore: now };
  const why = 'the run that was sending it stopped before it could say whether it was sent';
  return { ...fresh, state: 'uncertain', why, notBefore: null };
}

function minutesAfter(at: Instant, minutes: number): Instant {
  return instant(new Date(Date.parse(at) + minutes * 60_000).toISOString());
}

const LONGEST_WHY = 300;

/** A receiver's words as they may be kept: addresses and links, which may hold a secret, are left out. */
function withoutAddresses(why: string): string {
  return why
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\b[a-z]+:\/\/\S+/giu, '(link)')
    .replace(/[^\s<>"'()]+@[^\s<>"'()]+/gu, '(address)')
    .slice(0, LONGEST_WHY);
}
