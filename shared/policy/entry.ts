import type { Day } from '../calendar/day.ts';
import type { Supplier } from '../practice/supplier.ts';

/** The numbers that rules compare with. Each is a policy entry, so that a change of one is data. */
export type ThresholdName =
  /** percent of patients coded 104 above which access is mostly blocked */
  | 'share-104-over'
  /** percent of online accounts with access below which a live practice is restricted */
  | 'accounts-with-access-under'
  /** weeks without progress after which a practice is stalled */
  | 'weeks-without-progress'
  /** days since a practice was last in a supplier extract until its state is unknown */
  | 'days-until-unknown'
  /** days for which a passed booking counts as overdue before it counts as missed */
  | 'days-overdue-booking'
  /** days for which evidence may stay incomplete before an alert */
  | 'days-incomplete'
  /** supplier extracts in a row that a practice may be missing from before an alert */
  | 'extracts-missing';

/** What an entry changes. */
export type PolicyChange =
  /** A share of practices (percent) to be live by a day; `by` null withdraws the date. */
  | { readonly topic: 'target'; readonly share: number; readonly by: Day | null }
  /** Who is switched on without asking: in phases from a day on, or (null) nobody but by a booking. */
  | {
      readonly topic: 'switch-on';
      readonly phasedFrom: Day | null;
      readonly suppliers: readonly Supplier[];
    }
  /** What a pause letter does. */
  | { readonly topic: 'letter-effect'; readonly effect: 'paused' }
  | {
      readonly topic: 'letter-effect';
      readonly effect: 'scheduled';
      /** Letters up to this London day and time get the date; later ones get the phased switch-on. */
      readonly sentBy: { readonly day: Day; readonly time: string };
      readonly switchOn: Day;
      readonly suppliers: readonly Supplier[];
    }
  /** A duty under the contract: makes nobody scheduled, labels those who are late. */
  | { readonly topic: 'contract-duty'; readonly deadline: Day }
  | { readonly topic: 'threshold'; readonly name: ThresholdName; readonly value: number }
  /** A step of the chaser ladder, in weeks from the first notice. */
  | { readonly topic: 'ladder-step'; readonly step: number; readonly afterWeeks: number }
  /** Something worth remembering that changes no rule (a published figure, guidance). */
  | { readonly topic: 'milestone' };

export type PolicyEntry = {
  readonly id: string;
  /** The day from which people could know of it: it applies when announcedOn <= rulesAt … */
  readonly announcedOn: Day;
  /** … and effectiveFrom <= validAt. */
  readonly effectiveFrom: Day;
  /** One sentence in plain English, for the rule book. */
  readonly says: string;
  readonly change: PolicyChange;
  /** Where it is written: a seed document, a regulation, a page, or our own convention. */
  readonly source: string;
  /** Ids of the entries that this one puts out of force wherever it applies. */
  readonly supersedes: readonly string[];
};

type EntryOn<T extends PolicyChange['topic']> = PolicyEntry & {
  readonly change: Extract<PolicyChange, { topic: T }>;
};

/** The policy that one pair of clocks gives: what the rules of `shared/state` look at. */
export type PolicyInForce = {
  readonly rulesAt: Day;
  readonly validAt: Day;
  /** Every entry in force, oldest announcement first. */
  readonly entries: readonly PolicyEntry[];
  readonly switchOn: EntryOn<'switch-on'> | null;
  readonly letterEffect: EntryOn<'letter-effect'> | null;
  readonly contractDuty: EntryOn<'contract-duty'> | null;
  /** Targets with a date, earliest date first. */
  readonly targets: readonly EntryOn<'target'>[];
  readonly ladder: readonly EntryOn<'ladder-step'>[];
  readonly thresholds: Readonly<Record<ThresholdName, EntryOn<'threshold'> | null>>;
};
