import type { Supplier } from '../../../shared/practice/supplier.ts';
import type { Story } from '../script.ts';
import * as letters from './letters.ts';
import * as mess from './mess.ts';
import * as optIn from './opt-in.ts';
import * as plans from './plans.ts';
import * as live from './went-live.ts';

/** A story that practices are cast in, and how many of a hundred practices on each supplier play it. */
export type Casting = {
  readonly storyline: string;
  readonly story: Story;
  readonly share: Partial<Readonly<Record<Supplier, number>>>;
};

/** Those switched on by February 2023, in the order in which eager practices are given parts. */
export const WINTER: readonly Casting[] = [
  { storyline: 'early-live', story: live.earlyLive, share: { EMIS: 0.8, TPP: 1.3 } },
  { storyline: 'december-live', story: live.decemberLive, share: { EMIS: 6.2, TPP: 12 } },
  { storyline: 'february-tpp', story: live.februaryTpp, share: { TPP: 30 } },
  { storyline: 'reverted', story: live.reverted, share: { EMIS: 0.4, TPP: 1.8 } },
  { storyline: 'reverted-then-live', story: live.revertedThenLive, share: { EMIS: 0.2, TPP: 2.8 } },
  { storyline: 'february-missed', story: live.februaryMissed, share: { TPP: 2.6 } },
  { storyline: 'supplier-change', story: mess.supplierChange, share: { EMIS: 0.3, TPP: 0.4 } },
];

type Later = readonly [storyline: string, story: (wave: live.Wave) => Story, ofTheWave: number];

/** How the practices of a later wave came to it, as shares of the wave. */
const WAYS: readonly Later[] = [
  ['quiet-then-live', live.quietThenLive, 0.44],
  ['booked-then-live', live.bookedThenLive, 0.2],
  ['paused-then-live', live.pausedThenLive, 0.18],
  ['late-letter-then-live', live.lateLetterThenLive, 0.05],
  ['planned-then-live', live.plannedThenLive, 0.07],
  ['declared-then-live', live.declaredThenLive, 0.06],
];

const WAVES: readonly (readonly [string, live.Wave, { EMIS: number; TPP: number }])[] = [
  ['summer', live.summerDay, { EMIS: 20, TPP: 14 }],
  ['october', live.octoberDay, { EMIS: 9, TPP: 7 }],
  ['deadline', live.deadlineDay, { EMIS: 46, TPP: 16.5 }],
];

const IN_WAVES: readonly Casting[] = WAVES.flatMap(([wave, day, { EMIS, TPP }]) =>
  WAYS.map(([storyline, story, share]) => ({
    storyline: `${storyline}/${wave}`,
    story: story(day),
    share: { EMIS: EMIS * share, TPP: TPP * share },
  })),
);

const both = (share: number) => ({ EMIS: share, TPP: share });

/** Everybody else: the later waves, and those who were not live at the end or whose news was a mess. */
export const LATER: readonly Casting[] = [
  ...IN_WAVES,
  { storyline: 'paused-throughout', story: letters.pausedThroughout, share: both(3.6) },
  { storyline: 'paused-with-plan', story: letters.pausedWithPlan, share: both(0.9) },
  { storyline: 'letter-told-late', story: letters.letterToldLate, share: both(0.8) },
  { storyline: 'withdrawn-then-plan', story: letters.withdrawnThenPlan, share: both(0.7) },
  { storyline: 'opt-in', story: optIn.optInBeforeLive, share: both(1.4) },
  { storyline: 'opt-in-by-104', story: optIn.optInBy104, share: { EMIS: 0.5 } },
  { storyline: 'opt-in-after-live', story: optIn.optInAfterLive, share: { TPP: 0.6 } },
  { storyline: 'opt-in-box-still-on', story: optIn.optInBoxStillOn, share: { TPP: 0.3 } },
  { storyline: 'opt-in-incomplete', story: optIn.optInIncomplete, share: both(1.2) },
  {
    storyline: 'plan-complete',
    story: plans.planComplete,
    share: { ...both(1.8), Vision: 20, Medicus: 50 },
  },
  { storyline: 'plan-incomplete', story: plans.planIncomplete, share: { ...both(1), Vision: 6 } },
  { storyline: 'plan-lapsed', story: plans.planLapsed, share: both(0.7) },
  { storyline: 'plan-corrected', story: plans.planCorrected, share: both(0.3) },
  { storyline: 'word-only', story: plans.wordOnly, share: { ...both(1.2), Vision: 10 } },
  { storyline: 'contradictory', story: mess.contradictory, share: both(0.25) },
  { storyline: 'contradiction-settled', story: mess.contradictionSettled, share: both(0.15) },
  { storyline: 'booked-at-end', story: mess.bookedAtEnd, share: both(0.8) },
  { storyline: 'overdue-at-end', story: mess.overdueAtEnd, share: both(0.3) },
  { storyline: 'booking-missed', story: mess.bookingMissed, share: both(0.3) },
  { storyline: 'stop-requested', story: mess.stopRequested, share: both(0.25) },
  { storyline: 'stop-after-live', story: mess.stopAfterLive, share: both(0.25) },
  { storyline: 'supplier-change-quiet', story: mess.quietSupplierChange, share: both(0.25) },
  { storyline: 'dpia-for-automatic', story: mess.dpiaForAutomatic, share: both(0.3) },
  {
    storyline: 'silent',
    story: plans.silent,
    share: { ...both(3), Vision: 64, Medicus: 50, other: 100 },
  },
];
