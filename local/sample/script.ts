import type { Day } from '../../shared/calendar/day.ts';
import type { Supplier } from '../../shared/practice/supplier.ts';
import type { Status } from '../../shared/state/decision.ts';
import type { MadeUpPractice } from './practices.ts';
import type { Random } from './random.ts';

/** The columns of a status-return that the sample fills in; dates are ISO days here and get the sender's spelling later. */
export type ReturnCells = Readonly<Record<string, string>>;

/** One row that a practice says, itself or through its ICB's tracker. */
export type Said = {
  readonly asAt: Day;
  /** The day on which the file with it comes in. */
  readonly told: Day;
  readonly via: 'tracker' | 'own-file';
  readonly cells: ReturnCells;
};

/** A switch-on date that extracts from `announced` on show, up to the day itself. */
export type Booking = { readonly announced: Day; readonly on: Day };

/**
 * What the script means a practice's status to be, as known at the end of each day from `from` on.
 * It is exact on the check days; on days between them it leaves out how a passed booking grows stale.
 */
export type Intended = { readonly from: Day; readonly status: Status };

/**
 * What happens to one practice. The files are written from it, and so is truth.csv; it knows when news
 * arrives, and nothing of the rules that the product works with.
 */
export type Script = {
  /** How the supplier's system is set, and from when; off before the first. */
  readonly settings: readonly { readonly from: Day; readonly on: boolean }[];
  readonly bookings: readonly Booking[];
  readonly said: readonly Said[];
  readonly intended: readonly Intended[];
  /** Extracts that leave the practice out. */
  readonly absentFrom: readonly Day[];
  /** An extract that is sent again a few days later with the opposite setting. */
  readonly contradicted: readonly Day[];
  /** Percent of patients coded 104, where far from the usual few. */
  readonly share104: readonly number[];
  readonly moves: readonly { readonly to: Supplier; readonly on: Day }[];
};
export type Part = Partial<Script>;

/** A practice and the lots that its own story is drawn with. */
export type Role = { readonly practice: MadeUpPractice; readonly random: Random };

/** A story: which parts make up what happens to a practice. */
export type Story = (role: Role) => readonly Part[];

/** Puts parts together; of two intended states from the same day the later part's counts. */
export function scriptOf(parts: readonly Part[]): Script {
  const all = <K extends keyof Script>(key: K) =>
    parts.flatMap((part) => (part[key] ?? []) as readonly Script[K][number][]);
  return {
    settings: all('settings').sort((a, b) => (a.from < b.from ? -1 : 1)),
    bookings: all('bookings'),
    said: all('said'),
    intended: all('intended').sort((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1)),
    absentFrom: all('absentFrom'),
    contradicted: all('contradicted'),
    share104: all('share104'),
    moves: all('moves'),
  };
}

/** The intended status on a day; undefined before anybody had heard of the practice. */
export function intendedOn(script: Script, on: Day): Status | undefined {
  return script.intended.findLast(({ from }) => from <= on)?.status;
}

/** How the supplier's system is really set on a day. */
export function settingOn(script: Script, on: Day): { on: boolean; since: Day | null } {
  const setting = script.settings.findLast(({ from }) => from <= on);
  return { on: setting?.on ?? false, since: setting?.from ?? null };
}
