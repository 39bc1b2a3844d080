import { longDay } from '../calendar/day.ts';
import type { View } from './clauses.ts';
import type { Decision, DecisionInFull } from './decision.ts';
import { FLAG_WORDS, LABEL_WORDS, SIGNAL_WORDS, STATUS_WORDS } from './words.ts';

type Parts = Pick<DecisionInFull, 'nextChange' | 'nearestBetter'>;

/** The paragraph in plain English, made from the proof alone: what, why, what beside it, what next. */
export function explain(
  view: View,
  decision: Decision,
  { nextChange, nearestBetter }: Parts,
): string {
  const { status, since, clocks, signals, flags, labels } = decision;
  const from = since === null || status === 'no-evidence' ? '' : ` since ${longDay(since)}`;
  const sentences = [
    `On ${longDay(clocks.validAt)} practice ${decision.practice} ${STATUS_WORDS[status]}${from}.`,
    because(view, decision),
    ...labels.map((label) => LABEL_WORDS[label]),
    ...signals.map((signal) => SIGNAL_WORDS[signal]),
    ...flags.map((flag) => FLAG_WORDS[flag]),
    nearestBetter === null
      ? ''
      : `For “${nearestBetter.status.replaceAll('-', ' ')}” it lacks ${listed(nearestBetter.ifOnly)}.`,
    nextChange === null
      ? ''
      : `Without further news, on ${longDay(nextChange.on)} ${nextChange.because}.`,
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

function because(view: View, { clause, towards, proof }: Decision): string {
  const { picture, policy } = view;
  const { configuration, letters, register } = picture;
  const extract = configuration.held;
  switch (clause) {
    case 'out-of-scope':
      return `By the register it ${register.outOfScope?.reason}.`;
    case 'conflict':
      return `The statements that disagree are ${listed(proof.decidedBy.map((id) => id.slice(0, 8)))}.`;
    case 'opt-in-after-go-live':
      return 'Its opt-in is complete, and since its bulk coding code 104 holds back access for most patients.';
    case 'live':
      return `The ${extract?.values.supplier} extract of ${longDay(extract!.asAt)} shows default access on.`;
    case 'opt-in':
      return `Its DPIA chose opt-in, it was advertised, the website updated and the ICB told, and the extract of ${longDay(extract!.asAt)} shows the default off.`;
    case 'scheduled':
      return becauseScheduled(view);
    case 'paused-by-letter':
      return `Its letter of ${longDay(letters.standing[0]!.sentOn)} asks its supplier not to switch on, and ${lowerFirst(policy.letterEffect!.says)}`;
    case 'working-towards':
      return `Its plan was agreed on ${longDay(picture.plan.agreedOn!.value)} and aims at ${longDay(picture.plan.targetOn!.value)}.`;
    case 'reverted':
      return `An earlier extract showed default access on; the one of ${longDay(extract!.asAt)} shows it off.`;
    case 'incomplete':
      return `The evidence points towards ${towards === 'plan' ? 'a plan' : towards === 'pause' ? 'a pause' : towards}.`;
    case 'no-evidence':
      return extract === null
        ? 'Nothing has been received that shows a step taken.'
        : `The extract of ${longDay(extract.asAt)} shows the default off, and nothing else shows a step taken.`;
    default:
      return clause satisfies never;
  }
}

function becauseScheduled({ switchOns: { ahead }, picture }: View): string {
  if (ahead === null || ahead.date === null) {
    return 'The rules of the day have its supplier switch it on in phases; the supplier names the day.';
  }
  const date = longDay(ahead.date);
  return ahead.why === 'booking'
    ? `The supplier’s latest extract gives ${date} as its switch-on date.`
    : `Under the rules of the day its letter of ${longDay(picture.letters.standing[0]!.sentOn)} puts the switch-on off to ${date}, and only bulk 104 coding prevents it.`;
}

function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
