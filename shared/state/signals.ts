import type { Fact } from '../evidence/fact.ts';
import type { PolicyEntry } from '../policy/entry.ts';
import type { View } from './clauses.ts';
import type { Signal, Status } from './decision.ts';
import { laterLetters } from './switch-on.ts';

/** A signal, and what it rests on. */
export type Raised = {
  readonly signal: Signal;
  readonly by: readonly Fact[];
  readonly entries?: readonly PolicyEntry[];
};

/** Raises every signal that holds beside a status; an out-of-scope practice has none. */
export function signalsFor(view: View, status: Status): readonly Raised[] {
  if (status === 'out-of-scope') return [];
  const raised: Raised[] = [];
  const raise = (signal: Signal, by: readonly Fact[], entries: readonly PolicyEntry[] = []) =>
    raised.push({ signal, by, entries });
  raiseStopRequested(view, status, raise);
  raiseSwitchOn(view, status, raise);
  if (status === 'live') raiseWhileLive(view, raise);
  else raiseWhileNotLive(view, raise);
  raiseReviews(view, raise);
  for (const exemption of view.picture.exemptions) {
    const isNational = exemption.values.level === 'national';
    raise(isNational ? 'exempt-nationally' : 'exempt', [exemption]);
  }
  return raised.filter((r, i) => raised.findIndex((other) => other.signal === r.signal) === i);
}

type Raise = (signal: Signal, by: readonly Fact[], entries?: readonly PolicyEntry[]) => void;

/** A letter after go-live never un-lives; one after a booking waits for the supplier's answer. */
function raiseStopRequested({ picture, switchOns }: View, status: Status, raise: Raise) {
  if (status === 'live') {
    const { runStart } = picture.configuration;
    const after = picture.letters.standing.filter((l) => l.sentOn >= runStart!.effectiveOn);
    if (after.length > 0) raise('stop-requested', [runStart!, ...after.flatMap((l) => l.said)]);
  }
  if (status === 'scheduled' && switchOns.ahead?.why === 'booking') {
    const letters = laterLetters(picture);
    if (letters.length > 0)
      raise(
        'stop-requested',
        letters.flatMap((l) => l.said),
      );
  }
}

function raiseSwitchOn({ switchOns, blocking }: View, status: Status, raise: Raise) {
  const { ahead, missed } = switchOns;
  if (status === 'scheduled') {
    if (ahead?.standing === 'overdue') raise('overdue', ahead.by, ahead.entries);
    if (blocking.isBulkCoded || blocking.isOverThreshold) {
      raise('held-by-104', blocking.by, blocking.entries);
    }
  }
  const isSettled = status === 'live' || status === 'opt-in' || status === 'conflict';
  if (missed !== null && !isSettled) raise('booking-missed', missed.by, missed.entries);
}

function raiseWhileLive({ picture, blocking, optIn }: View, raise: Raise) {
  if (blocking.isBulkCoded || blocking.isOverThreshold || blocking.hasFewAccounts) {
    raise('restricted', blocking.by, blocking.entries);
  }
  const { held } = picture.configuration;
  if (optIn.completedOn !== null && held!.asAt <= optIn.completedOn) {
    raise('opt-in-awaiting-extract', [held!, ...optIn.by]);
  }
}

function raiseWhileNotLive({ picture, plan }: View, raise: Raise) {
  const { declared, configuration } = picture;
  if (declared?.values.status === 'live') raise('declared-live', [declared]);
  if (configuration.onElsewhere !== null) raise('supplier-changed', [configuration.onElsewhere]);
  if (plan.lapsed) raise('plan-lapsed', plan.by);
}

function raiseReviews(view: View, raise: Raise) {
  const { picture } = view;
  const due = [picture.dpia.reviewOn, picture.plan.reviewOn].filter((r) => r !== undefined);
  const overdue = due.filter((review) => review.value < picture.on);
  if (overdue.length > 0)
    raise(
      'review-overdue',
      overdue.map((review) => review.by),
    );
  raiseJudgedOut(view, raise);
  raiseChangeAsked(view, raise);
}

/** Raised until a newer document has come, or the ICB has judged this one otherwise. */
function raiseChangeAsked({ picture: { newestDocuments, judged } }: View, raise: Raise) {
  const asked = newestDocuments.filter(
    ({ values }) => judged.get(values.document!)?.values.judgement === 'change-asked',
  );
  if (asked.length > 0) raise('change-asked', asked);
}

/** Raised while nothing has taken the place of a document that was judged out. */
function raiseJudgedOut({ picture }: View, raise: Raise) {
  const { letters, dpia, plan } = picture.judgedOut;
  if (letters.length > 0 && picture.letters.standing.length === 0) raise('judged-out', letters);
  if (dpia.length > 0 && Object.keys(picture.dpia).length === 0) raise('judged-out', dpia);
  if (plan.length > 0 && Object.keys(picture.plan).length === 0) raise('judged-out', plan);
}
