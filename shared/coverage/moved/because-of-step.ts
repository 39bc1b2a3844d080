import { type Day, longDay } from '../../calendar/day.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { PolicyEntry } from '../../policy/entry.ts';
import { rulesIn } from '../../policy/rules-in-force.ts';
import type { StatusBy } from '../../state/decide.ts';
import { latestWordFirst } from '../../state/sorted-facts.ts';
import type { Moment } from '../../state/weeks.ts';
import { factInShort } from './fact-words.ts';
import type { News } from './news.ts';
import type { StatusStep } from './status-path.ts';

type Between = { readonly from: Moment; readonly to: Moment };

/** What is behind a step of a practice's status: the fact, the day or the rule that made it, in one sentence. */
export function becauseOfStep(step: StatusStep, between: Between): string {
  switch (step.cause) {
    case 'late-news':
      return `${factInShort(lateNews(step))}; received since`;
    case 'correction':
      return becauseCorrected(step);
    case 'rule-change':
      return becauseOfRules(step, between);
    default:
      return becauseOfDays(step, between.to.clocks.validAt);
  }
}

/** What the status now rests on, else what else came: seldom a list, which alone decides no status. */
function lateNews({ after, news: { late } }: StatusStep): Fact {
  const telling = late.filter(({ kind }) => kind !== 'list-size');
  return (newest(after.by, late) ?? newest(telling) ?? newest(late))!;
}

function becauseCorrected({ before, after, news: { corrections, gone } }: StatusStep): string {
  const correcting = newest(after.by, corrections);
  if (correcting !== undefined) return `Corrected: ${factInShort(correcting)}`;
  const review = newest(corrections.filter(({ kind }) => kind === 'review'));
  if (review !== undefined) return factInShort(review);
  const over = newest(before.by, gone) ?? newest(gone);
  if (over !== undefined) return `No longer said: ${factInShort(over)}`;
  return `Corrected: ${factInShort(newest(corrections)!)}`;
}

function becauseOfRules({ before, after }: StatusStep, { from, to }: Between): string {
  const [was, is] = [new Set(rulesIn(from.policy)), new Set(rulesIn(to.policy))];
  const begun = newestRule(after.entries.filter((entry) => is.has(entry) && !was.has(entry)));
  const [ended] = before.entries.filter((entry) => was.has(entry) && !is.has(entry));
  const others = [...is].filter((entry) => !was.has(entry));
  const instead = others.filter(({ change }) => change.topic === ended?.change.topic);
  const rule = begun ?? newestRule(instead);
  if (rule !== undefined) return ruleInShort(rule);
  if (ended !== undefined) return `No longer a rule: ${ruleInShort(ended)}`;
  return ruleInShort(newestRule(others) ?? newestRule([...was])!);
}

/** Of rules announced on one day the first in the order of the policy. */
function newestRule(entries: readonly PolicyEntry[]): PolicyEntry | undefined {
  return entries.reduce<PolicyEntry | undefined>(
    (best, one) => (best === undefined || one.announcedOn > best.announcedOn ? one : best),
    undefined,
  );
}

function ruleInShort({ says, announcedOn }: PolicyEntry): string {
  return `${says.replace(/\.$/, '')} (rule announced ${longDay(announcedOn)})`;
}

/** The day came on which something new holds, or on which what it rested on ended. */
function becauseOfDays({ before, after, news }: StatusStep, on: Day): string {
  const begun = newest(after.by.filter((fact) => !before.by.includes(fact)));
  const isFallenBack = after.status === 'incomplete' || after.status === 'no-evidence';
  const restsOn = begun ?? newest(after.by);
  if (restsOn !== undefined && !isFallenBack) return factInShort(restsOn);
  const ended = whatEnded(before, news, on);
  if (ended !== undefined) return ended;
  if (begun !== undefined) return factInShort(begun);
  const over = newest(before.by);
  return over === undefined ? 'Time passed' : `No longer holds: ${factInShort(over)}`;
}

function whatEnded(before: StatusBy, { late }: News, on: Day): string | undefined {
  if (before.status === 'scheduled') {
    const date = switchOnDate(before);
    if (date === null) return undefined;
    return date < on
      ? `Switch-on date passed: ${longDay(date)}`
      : `No longer to be switched on on ${longDay(date)}`;
  }
  if (before.status === 'paused-by-letter') {
    const withdrawal = newest([...before.by, ...late].filter(isWithdrawal));
    return withdrawal === undefined ? undefined : factInShort(withdrawal);
  }
  const target = before.status === 'working-towards' ? targetOf(before.by) : null;
  return target === null || target >= on
    ? undefined
    : `Plan lapsed: its target date was ${longDay(target)}`;
}

/** As the supplier booked it, or as the rules gave it to those who wrote a letter. */
function switchOnDate({ by, entries }: StatusBy): Day | null {
  const booking = by.find((fact) => fact.kind === 'switch-on-booked');
  if (booking?.kind === 'switch-on-booked') return booking.values.on;
  for (const { change } of entries) if ('switchOn' in change) return change.switchOn;
  return null;
}

function isWithdrawal(fact: Fact): boolean {
  return fact.kind === 'pause-letter' && fact.values.withdrawnOn !== null;
}

function targetOf(by: readonly Fact[]): Day | null {
  const plan = newest(by.filter((fact) => fact.kind === 'plan' && fact.values.targetOn !== null));
  return plan?.kind === 'plan' ? plan.values.targetOn : null;
}

/** Of what a status rests on (and that is among `those`), the latest word. */
function newest(by: readonly Fact[], those: readonly Fact[] = by): Fact | undefined {
  return by.filter((fact) => those.includes(fact)).sort(latestWordFirst)[0];
}
