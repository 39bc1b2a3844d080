import type { Delivery, Message } from '../../shared/alert/message.ts';
import type { Instant } from '../../shared/calendar/day.ts';
import { type Became, type DeliveryReport, reported } from './delivery-report.ts';
import { eachOf } from './each-of.ts';
import { barred, type DeliverDeps, handOver, type Run, runOf } from './hand-over.ts';
import { settled } from './settle-uncertain.ts';
import { isUnderWay } from './try-states.ts';

/**
 * Delivers messages, several at once, and says what became of each. A message is recorded before it is
 * handed over and after, so that one whose run crashed between is `uncertain` and never sent again by
 * itself. One that fails never stops the rest. What the cap leaves over is not recorded.
 * `run`: where these are some of a run's messages, what they share with the others; `running`: its name in
 * report and log. Throws only where the suppressed addresses cannot be read.
 */
export async function deliver(
  deps: DeliverDeps & { readonly run?: Run },
  messages: readonly Message[],
  running: string,
): Promise<DeliveryReport> {
  const run = deps.run ?? (await runOf(deps));
  const became = await eachOf(deps, messages, (message) => delivered(deps, run, message));
  return reported(running, became, deps.log);
}

async function delivered(deps: DeliverDeps, run: Run, message: Message): Promise<Became> {
  const found = await deps.deliveries.of(message.id);
  if (found !== undefined) return leftAs(deps, found);
  const bar = await barred(deps, run, message);
  if (bar !== undefined) return bar;
  return (await handOver(deps, run, firstTry(message, deps.now()))) ?? 'under-way';
}

async function leftAs(deps: DeliverDeps, found: Delivery): Promise<Became> {
  if (found.state !== 'begun') return 'left';
  if (isUnderWay(found, deps.now())) return 'under-way';
  return settled(deps, found);
}

function firstTry(message: Message, now: Instant): Delivery & { readonly message: Message } {
  const { id, subscription, kind, on, subject, tells } = message;
  const about = { id, subscription, kind, on, subject, tells };
  const started = { state: 'begun', at: now, tries: 1, version: 1 } as const;
  return { ...about, ...started, notBefore: null, why: null, providerId: null, message };
}
