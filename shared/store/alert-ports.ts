import type { Episode } from '../alert/episode.ts';
import type { Delivery, DeliveryState, Message } from '../alert/message.ts';
import type { Subscription } from '../alert/subscription.ts';
import type { Day, Instant } from '../calendar/day.ts';
import type { PracticeCode } from '../practice/code.ts';

/** Alert episodes (table `work`). */
export type Episodes = {
  of(id: string): Promise<Episode | undefined>;
  /** All of a practice, open and closed, by a consistent read, by rule and number. */
  ofPractice(practice: PracticeCode): Promise<readonly Episode[]>;
  /** All that are open; one written a moment ago may still be missing. In code-unit order of ids. */
  open(): Promise<readonly Episode[]>;
  /** Those closed on or after a day, in code-unit order of ids. */
  closedFrom(on: Day): Promise<readonly Episode[]>;
  /** Writes version 1 where none is, a later one where the version before it stands; else `overtaken`, and nothing is written. */
  save(episode: Episode): Promise<'saved' | 'overtaken'>;
  /** The latest clocks that any run has begun with; undefined: none has. */
  lastRun(): Promise<RunClocks | undefined>;
  /** Notes a run at its beginning; an earlier one than was noted changes nothing. Gives the latest. */
  beginRun(clocks: RunClocks): Promise<RunClocks>;
};

/** What a run of the alert step looks at: the day, and what had been received by then. */
export type RunClocks = { readonly validAt: Day; readonly knownAt: Instant };

/** Who is told of what (table `work`). */
export type Subscriptions = {
  /** Writes a subscription, in place of the one with its id; one that has ended is not begun again: `ended`, and nothing is written. */
  save(subscription: Subscription): Promise<'saved' | 'ended'>;
  /**
   * Takes the turn at telling a subscription, so that of several runs one at a time reads what it was told
   * and tells more. False: another has it, and it is not over. One that was left by a crash ends by itself.
   */
  takeTurn(id: string, turn: Turn): Promise<boolean>;
  /** Gives the turn back, where `by` still has it. */
  endTurn(id: string, by: string): Promise<void>;
  of(id: string): Promise<Subscription | undefined>;
  /** All, ended ones too, in code-unit order of ids. */
  all(): Promise<readonly Subscription[]>;
  /** That nothing reaches an address any more (lower case): a bounce for good, or a complaint. The first word stays. */
  suppress(address: string, suppression: Suppression): Promise<void>;
  suppressed(): Promise<ReadonlyMap<string, Suppression>>;
  /** A person says that the address works again. */
  release(address: string): Promise<void>;
};

/** Whose turn it is, and until when at the most. */
export type Turn = { readonly by: string; readonly at: Instant; readonly until: Instant };

export type Suppression = { readonly why: 'bounce' | 'complaint'; readonly at: Instant };

/** How far each message has got (table `work`). */
export type Deliveries = {
  of(id: string): Promise<Delivery | undefined>;
  /** All of a subscription by a consistent read, in code-unit order of ids. */
  ofSubscription(subscription: string): Promise<readonly Delivery[]>;
  /** All in one of the states; one written a moment ago may still be missing. */
  inState(state: DeliveryState): Promise<readonly Delivery[]>;
  /** The delivery of the message that the mail service gave this id. */
  ofProviderId(providerId: string): Promise<Delivery | undefined>;
  /** Writes version 1 where none is, a later one where the version before it stands; else `overtaken`, and nothing is written. */
  save(delivery: Delivery): Promise<'saved' | 'overtaken'>;
};

/**
 * What became of handing a message over. `not-now`: surely not sent, worth another try. `refused`: surely
 * not sent, and no try will change it; `forGood`: the address itself is refused. `uncertain`: it may have been sent.
 */
export type HandedOver =
  | { readonly outcome: 'sent'; readonly providerId: string | null }
  | { readonly outcome: 'not-now'; readonly why: string }
  | { readonly outcome: 'refused'; readonly why: string; readonly forGood: boolean }
  | { readonly outcome: 'uncertain'; readonly why: string };

/** Hands messages over: e-mail to SES, an SMTP server or the outbox; webhooks by HTTP. Never throws for what the receiver does. */
export type Carrier = {
  handOver(message: Message): Promise<HandedOver>;
  /** Whether a message was handed over before, where the carrier can tell for sure; undefined: it cannot for this one. */
  was?(message: Message): Promise<boolean | undefined>;
};

/** Tells the alert step something; each may safely come twice. */
export type AlertMessages = {
  /** That the week of a Monday has its release: its digests go out. */
  released(week: Day): Promise<void>;
  /** That messages wait to be sent again: look in some minutes (15 at most), for the so-many-th time in a row. */
  retryLater(times: number, minutes: number): Promise<void>;
};

/** Tells the operators, at most once a day but for a crash in the middle. */
export type OperatorNotices = {
  tell(
    on: Day,
    notice: { readonly subject: string; readonly text: string },
  ): Promise<'told' | 'was-told'>;
};
