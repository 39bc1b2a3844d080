import type { Fact } from '../../evidence/fact.ts';
import type { Flag, Label, Signal } from '../decision.ts';
import type { Answer } from './answer.ts';
import { heldBackIn } from './held-back.ts';
import type { Reading } from './reading.ts';
import { lettersAfterBooking, switchOnsIn } from './switch-ons.ts';

/** Each word with whether it holds, so that the whole list stands in one place. */
function holding<W extends string>(words: Readonly<Record<W, boolean>>): ReadonlySet<W> {
  return new Set((Object.keys(words) as W[]).filter((word) => words[word]));
}

/** The signals that hold beside an answer (design rule "State"). */
export function signalsBeside(reading: Reading, { status }: Answer): ReadonlySet<Signal> {
  if (status === 'out-of-scope') return new Set();
  const { shown, post, optIn, dpia, plan, declared, exemptions, judgedOut, on } = reading;
  const back = heldBackIn(reading);
  const switchOns = switchOnsIn(reading);
  const ahead = switchOns.find(({ state }) => state !== 'missed');
  const [isLive, isScheduled] = [status === 'live', status === 'scheduled'];
  const isSettled = isLive || status === 'opt-in' || status === 'conflict';
  const liveSince = (shown.start ?? shown.held)?.effectiveOn ?? on;
  const isPast = (reviewOn: string | undefined) => reviewOn !== undefined && reviewOn < on;
  return holding<Signal>({
    'stop-requested':
      (isLive && post.own.some((letter) => letter.on >= liveSince)) ||
      (isScheduled && ahead?.why === 'booking' && lettersAfterBooking(reading).length > 0),
    overdue: isScheduled && ahead?.state === 'overdue',
    'booking-missed': !isSettled && switchOns.some(({ state }) => state === 'missed'),
    'held-by-104': isScheduled && (back.isOverShare || back.isBulkCoded),
    restricted: isLive && (back.isOverShare || back.isBulkCoded || back.hasFewAccounts),
    'supplier-changed': !isLive && shown.onElsewhere !== undefined,
    'opt-in-awaiting-extract':
      isLive && optIn.completeOn !== null && shown.held!.asAt <= optIn.completeOn,
    'review-overdue': isPast(dpia.field('reviewOn')?.is) || isPast(plan.reviewOn),
    'plan-lapsed': !isLive && plan.isLapsed,
    'judged-out':
      (judgedOut.letters.length > 0 && post.own.length === 0) ||
      (judgedOut.dpia.length > 0 && dpia.by.length === 0) ||
      (judgedOut.plan.length > 0 && plan.by.length === 0),
    'change-asked': reading.isChangeAsked,
    'declared-live': !isLive && declared?.values.status === 'live',
    exempt: exemptions.some(({ values }) => values.level === 'icb'),
    'exempt-nationally': exemptions.some(({ values }) => values.level === 'national'),
  });
}

/** How far the deciding evidence may be leant on. */
export function flagsBeside(reading: Reading, { status, by }: Answer): ReadonlySet<Flag> {
  const { scope, supplier, judgements } = reading;
  const isIn = status !== 'out-of-scope';
  const isAccepted = (of: string) => judgements.get(of)?.values.judgement === 'accepted';
  const documents = by.map(documentOf).filter((document) => document !== null);
  return holding<Flag>({
    'register-later-than-day': scope.isLaterThanDay || (isIn && supplier.isLater),
    'not-in-register': !scope.isListed,
    'supplier-not-known': isIn && supplier.name === null,
    'letter-time-not-given': isIn && isTimeMissing(reading),
    'no-document-seen': isIn && isOnWordAlone(by),
    unreviewed: isIn && documents.some((of) => !isAccepted(of)),
    'via-icb': isIn && by.some((fact) => isPassedOn(fact) && fact.source.sender.role !== 'pcn'),
    'via-pcn': isIn && by.some((fact) => isPassedOn(fact) && fact.source.sender.role === 'pcn'),
    relayed: isIn && by.some(({ source }) => source.relayed === true),
    backfilled: isIn && by.some(({ backfilledAt }) => backfilledAt !== undefined),
  });
}

/** Past the contract deadline from the day after it; of opt-in that is disputed. */
export function labelsBeside({ rules, on }: Reading, { status }: Answer): ReadonlySet<Label> {
  const deadline = rules.contractDuty?.change.deadline;
  const isLate = deadline !== undefined && on > deadline;
  const isPast = isLate && status !== 'live' && status !== 'out-of-scope';
  return holding<Label>({
    'past-contractual-date': isPast,
    'contract-position-disputed': isPast && status === 'opt-in',
  });
}

/** Of the last day for letters the hour decides, and nobody gave it. */
function isTimeMissing(reading: Reading): boolean {
  const effect = reading.rules.letterEffect?.change;
  const letter = reading.post.own[0];
  const ahead = switchOnsIn(reading).find(({ state }) => state !== 'missed');
  if (effect?.effect !== 'scheduled' || ahead?.why !== 'letter') return false;
  return letter?.on === effect.sentBy.day && letter.time === null;
}

function isPassedOn({ source }: Fact): boolean {
  return source.onBehalfOf !== undefined;
}

function isOnWordAlone(by: readonly Fact[]): boolean {
  return ['pause-letter', 'dpia', 'plan'].some((kind) => {
    const said = by.filter((fact) => fact.kind === kind);
    return said.length > 0 && said.every((fact) => documentOf(fact) === null);
  });
}

function documentOf({ values }: Fact): string | null {
  return 'document' in values ? values.document : null;
}
