import { RULE_WORDS, RULES } from '../../../shared/alert/rule.ts';
import { CLAUSES, FLAGS, LABELS, SIGNALS, STATUSES } from '../../../shared/state/decision.ts';
import {
  FLAG_WORDS,
  LABEL_WORDS,
  SIGNAL_WORDS,
  STATUS_MEANINGS,
  sentenceCase,
} from '../../../shared/state/words.ts';
import { ALERT_MEANINGS } from './alert-meanings.ts';
import { clauseMeaning } from './clause-words.ts';
import { GLOSSARY, type Term } from './glossary.ts';

/** Some words under one heading. */
export type GlossarySection = {
  readonly id: string;
  readonly heading: string;
  readonly says: string | null;
  readonly terms: readonly Term[];
};

/** Every word there is: the glossary's own, then those that the rules themselves use. Ids are unique. */
export function glossarySections(): readonly GlossarySection[] {
  return [
    ...GLOSSARY.map(({ heading, terms }) => ({
      id: `section-${kebab(heading)}`,
      heading,
      says: null,
      terms,
    })),
    {
      id: 'statuses',
      heading: 'Statuses',
      says: 'Every practice has exactly one: the first in this order whose evidence is there.',
      terms: STATUSES.map((status) => term(status, status, STATUS_MEANINGS[status])),
    },
    {
      id: 'signals',
      heading: 'Signals',
      says: 'What to act on. They stand beside a status and never change it.',
      terms: SIGNALS.map((signal) => term(signal, signal, SIGNAL_WORDS[signal])),
    },
    {
      id: 'flags',
      heading: 'Flags',
      says: 'How far the evidence may be leant on.',
      terms: FLAGS.map((flag) => term(flag, flag, FLAG_WORDS[flag])),
    },
    {
      id: 'labels',
      heading: 'Labels',
      says: 'What the contract says, from the day after its date.',
      terms: LABELS.map((label) => term(label, label, LABEL_WORDS[label])),
    },
    {
      id: 'clauses',
      heading: 'Clauses',
      says: 'The rules of status in the order in which they are tried. The first that is met decides.',
      terms: CLAUSES.map((clause) => term(`clause-${clause}`, clause, clauseMeaning(clause))),
    },
    {
      id: 'alerts',
      heading: 'Kinds of alert',
      says: 'What is looked for every evening. How long each waits is policy: see the rules.',
      terms: RULES.map((rule) => ({
        id: `alert-${rule}`,
        word: RULE_WORDS[rule],
        means: ALERT_MEANINGS[rule],
      })),
    },
  ];
}

function term(id: string, key: string, means: string): Term {
  const word = sentenceCase(key)
    .replace(/\bicb\b/, 'ICB')
    .replace(/\bpcn\b/, 'PCN');
  return { id, word, means };
}

function kebab(words: string): string {
  return words.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
