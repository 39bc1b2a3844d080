import type { DeliverDeps } from '../../../functions/alert/hand-over.ts';
import { SILENT } from '../../../functions/log.ts';
import type { Message } from '../../../shared/alert/message.ts';
import { type Instant, instant } from '../../../shared/calendar/day.ts';
import { memoryDeliveries, memorySubscriptions } from '../../../shared/store/alert-memory.ts';
import type { Carrier, HandedOver } from '../../../shared/store/alert-ports.ts';
import { messageOf, SIX_PM } from '../../shared/alert/deliveries.ts';

export const SENT: HandedOver = { outcome: 'sent', providerId: null };
export const NOT_NOW: HandedOver = { outcome: 'not-now', why: '450 try later' };
export const IN_DOUBT: HandedOver = { outcome: 'uncertain', why: 'ECONNECTION' };
export const UNKNOWN: HandedOver = { outcome: 'refused', why: '550 no such user', forGood: true };
export const TOO_LONG: HandedOver = { outcome: 'refused', why: '552 too long', forGood: false };

/** What a receiver says, try by try; the last for ever after. Unless told it takes every message. */
export type Script = (message: Message) => readonly HandedOver[];

/** A carrier that counts: how often each message was handed over, and how often it was (or may have been) taken. */
function countingCarrier(script: Script = () => [SENT]) {
  const tries = new Map<string, number>();
  const taken = new Map<string, number>();
  const carrier: Carrier = {
    async handOver(message) {
      const tried = tries.get(message.id) ?? 0;
      tries.set(message.id, tried + 1);
      const says = script(message);
      const told = says[Math.min(tried, says.length - 1)]!;
      if (told.outcome === 'sent' || told.outcome === 'uncertain') {
        taken.set(message.id, (taken.get(message.id) ?? 0) + 1);
      }
      return told;
    },
  };
  return { carrier, tries, taken };
}

/** Stores in memory, a counting carrier, and a clock that a test moves. */
export function postOffice(script?: Script, change: Partial<DeliverDeps> = {}) {
  let at = Date.parse(SIX_PM);
  const counting = countingCarrier(script);
  const deps: DeliverDeps = {
    deliveries: memoryDeliveries(),
    subscriptions: memorySubscriptions(),
    carrier: counting.carrier,
    now: () => new Date(at).toISOString() as Instant,
    log: SILENT,
    cap: 1000,
    ...change,
  };
  const pass = (minutes: number) => {
    at += minutes * 60_000;
  };
  return { deps, pass, ...counting };
}

/** An instant so many minutes after six. */
export const minutesPastSix = (minutes: number): Instant =>
  instant(new Date(Date.parse(SIX_PM) + minutes * 60_000).toISOString());

/** The first so many messages of one subscription. */
export const many = (count: number) => Array.from({ length: count }, (_, n) => messageOf(n + 1));

/** What became of the messages of a run, in their order. */
export const became = (report: { messages: readonly { became: string }[] }) =>
  report.messages.map((each) => each.became);
