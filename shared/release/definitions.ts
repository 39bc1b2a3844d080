import { BOUND_MEANINGS, DENOMINATOR_MEANINGS } from '../coverage/figure-meanings.ts';
import { CAUSE_WORDS } from '../coverage/moved/cause-words.ts';
import type { Column, Table } from '../coverage/table.ts';
import type { PolicyEntry, PolicyInForce } from '../policy/entry.ts';
import { ruleInWords, SEEDS, TOPIC_HEADINGS } from '../policy/rule-book.ts';
import { oldestAnnouncementFirst } from '../policy/timeline.ts';
import { FLAG_WORDS, LABEL_WORDS, SIGNAL_WORDS, STATUS_MEANINGS } from '../state/words.ts';

type Words = Readonly<Record<string, string>>;
type Terms = Pick<Table, 'name' | 'title' | 'says'> & { readonly words: Words };

const TERMS = [
  { key: 'term', heading: 'Word', holds: 'code' },
  { key: 'means', heading: 'Means', holds: 'text' },
] as const satisfies readonly Column[];

/**
 * The definitions of everything that a release names, made from the words that the rules themselves
 * use: statuses, signals, flags, labels, denominators, bounds, causes of movement, and the policy in
 * force under the release's clocks. `entries` is the whole timeline: what of it had been announced and
 * has no effect yet on the day stands among the rules with the day from which it has.
 */
export function definitionsOf(
  policy: PolicyInForce,
  entries: readonly PolicyEntry[],
): readonly Table[] {
  return [
    ...termsUnder(policy).map(termsTable),
    rulesTable(policy, entries, 'rules'),
    rulesTable(policy, entries, 'milestones'),
    termsTable({
      name: 'seeds',
      title: 'Sources called seeds',
      says: 'The five documents that the project started from.',
      words: SEEDS,
    }),
  ];
}

function termsUnder(policy: PolicyInForce): readonly Terms[] {
  return [
    {
      name: 'statuses',
      title: 'Statuses',
      says: 'Every practice has exactly one, the first in this order whose evidence is there.',
      words: STATUS_MEANINGS,
    },
    {
      name: 'signals',
      title: 'Signals: what to act on',
      says: 'They stand beside a status and never change it.',
      words: SIGNAL_WORDS,
    },
    {
      name: 'flags',
      title: 'Flags: how far the evidence may be leant on',
      says: 'They stand beside a status and never change it.',
      words: FLAG_WORDS,
    },
    {
      name: 'labels',
      title: 'Labels: what the contract says',
      says: 'They follow from the date in the contract, from the day after it.',
      words: LABEL_WORDS,
    },
    {
      name: 'denominator-rules',
      title: 'Denominators',
      says: 'Which practices a percentage is of.',
      words: DENOMINATOR_MEANINGS,
    },
    {
      name: 'bounds',
      title: 'Lowest and highest share',
      says: 'Between which the share of live practices lies.',
      words: boundsUnder(policy),
    },
    {
      name: 'causes',
      title: 'Causes of movement',
      says: 'What a change between two releases is put down to.',
      words: Object.fromEntries(
        Object.entries(CAUSE_WORDS).map(([cause, { name, means }]) => [cause, `${name}. ${means}`]),
      ),
    },
  ];
}

/** How old a sighting may be is policy: its own sentence says it. */
function boundsUnder({ thresholds }: PolicyInForce): Words {
  const entry = thresholds['days-until-unknown'];
  const unknown = [BOUND_MEANINGS.unknown, entry?.says].filter((says) => says !== undefined);
  return { ...BOUND_MEANINGS, unknown: unknown.join(' ') };
}

function termsTable({ words, ...rest }: Terms): Table {
  return {
    ...rest,
    columns: TERMS,
    rows: Object.entries(words).map(([term, means]) => ({ term, means })),
  };
}

const RULES = [
  { key: 'topic', heading: 'About', holds: 'text' },
  { key: 'announced_on', heading: 'Announced', holds: 'day' },
  { key: 'effective_from', heading: 'Has effect from', holds: 'day' },
  { key: 'rule', heading: 'Rule', holds: 'text' },
  { key: 'says', heading: 'In plain English', holds: 'text' },
  { key: 'source', heading: 'Source', holds: 'text' },
] as const satisfies readonly Column[];

const TOPICS = Object.keys(TOPIC_HEADINGS);

/** The entries in force and those announced for a later day; or, apart, what is only remembered. */
function rulesTable(
  policy: PolicyInForce,
  entries: readonly PolicyEntry[],
  which: 'rules' | 'milestones',
): Table {
  const { rulesAt, validAt } = policy;
  const ahead = entries.filter(
    ({ announcedOn, effectiveFrom }) => announcedOn <= rulesAt && effectiveFrom > validAt,
  );
  const shown = [...policy.entries, ...ahead]
    .filter(({ change }) => (change.topic === 'milestone') === (which === 'milestones'))
    .toSorted(oldestAnnouncementFirst)
    .toSorted((a, b) => TOPICS.indexOf(a.change.topic) - TOPICS.indexOf(b.change.topic));
  const isRules = which === 'rules';
  return {
    name: which,
    title: isRules ? 'Rules in force' : 'Milestones and published figures',
    says: isRules
      ? 'Announced by the day of the rules and not superseded. One that has effect only from a later day says so.'
      : 'Announced by the day of the rules; they change no rule.',
    columns: RULES.filter(
      ({ key }) => isRules || (key !== 'topic' && key !== 'rule' && key !== 'effective_from'),
    ),
    rows: shown.map(rowOf),
  };
}

function rowOf({ announcedOn, effectiveFrom, change, says, source }: PolicyEntry) {
  return {
    topic: TOPIC_HEADINGS[change.topic],
    announced_on: announcedOn,
    effective_from: effectiveFrom,
    rule: ruleInWords(change),
    says,
    source,
  };
}
