import type { Day } from '../calendar/day.ts';
import type { FactOf } from '../evidence/fact.ts';
import type { Supplier } from '../practice/supplier.ts';
import type { Decision } from '../state/decision.ts';

/** Where a practice is on a day: codes, each null where no register file says. */
export type Place = {
  readonly region: string | null;
  readonly icb: string | null;
  readonly subIcb: string | null;
  readonly pcn: string | null;
};

/** All that the figures need to know of one practice on one day, under three clocks. */
export type PracticeOnDay = {
  readonly name: string | null;
  readonly decision: Decision;
  readonly place: Place;
  /** The supplier in force on the day. */
  readonly supplier: Supplier | null;
  /** Has a registered list in the list file that holds on the day. */
  readonly listed: boolean;
  /** Registered patients by that file; 0 when not listed. */
  readonly patients: number;
  /** From the latest extract up to the day, for the supplier in force. */
  readonly onlineAccounts: number | null;
  readonly accountsWithAccess: number | null;
  readonly patients104: number | null;
  /** The extract date on which a configuration was last seen; null: never. */
  readonly configurationSeenOn: Day | null;
  /** The practice's own latest word is that it is live. */
  readonly declaredLive: boolean;
  /** The practice's own latest word, its own day where it gave one, and the day of the return; null: none. */
  readonly declared: {
    readonly status: FactOf<'declared-status'>['values']['status'];
    readonly on: Day | null;
    readonly asAt: Day;
  } | null;
  /** The configuration that the supplier in force showed last: default access on or off; null: never seen. */
  readonly observedOn: boolean | null;
  /** The switch-on date booked in the supplier's latest extract. */
  readonly bookedFor: Day | null;
  /** A complete implementation plan that has not lapsed stands beside whatever the status is. */
  readonly planInForce: boolean;
  /** A national exemption leaves every denominator. */
  readonly exemptNationally: boolean;
  /** Why it is no open English GP practice by the register; null for one that is, or that no register lists. */
  readonly outOfScope: string | null;
};
