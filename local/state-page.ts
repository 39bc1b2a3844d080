import { londonDay, longDay } from '../shared/calendar/day.ts';
import type { ShownDecision } from '../shared/coverage/shown-decision.ts';
import { FLAG_WORDS, LABEL_WORDS, SIGNAL_WORDS, sentenceCase } from '../shared/state/words.ts';

/** A decision as people read it: the status, why, what would change it, and the proof behind it. */
export function statePage(decision: ShownDecision, name: string | null): string {
  return [
    `${decision.practice}${name === null ? '' : `  ${name}`}`,
    `${sentenceCase(decision.status)}${towards(decision)}${since(decision)}`,
    '',
    decision.explanation,
    ...section('Labels', decision.labels, (label) => LABEL_WORDS[label]),
    ...section('Signals', decision.signals, (signal) => SIGNAL_WORDS[signal]),
    ...section('Flags', decision.flags, (flag) => FLAG_WORDS[flag]),
    '',
    `Next change by itself: ${nextChange(decision)}`,
    `Nearest better state: ${nearestBetter(decision)}`,
    ...proofLines(decision),
    '',
    ...clockLines(decision),
  ].join('\n');
}

function towards({ towards: to }: ShownDecision): string {
  return to === null ? '' : `, towards ${to}`;
}

function since({ since: on }: ShownDecision): string {
  return on === null ? '' : `, since ${longDay(on)}`;
}

function section<T extends string>(
  title: string,
  words: readonly T[],
  says: (word: T) => string,
): readonly string[] {
  if (words.length === 0) return [];
  return ['', `${title}:`, ...words.map((word) => `  ${word}: ${says(word)}`)];
}

function nextChange({ nextChange: next }: ShownDecision): string {
  if (next === null) return 'none';
  return `on ${longDay(next.on)} ${next.because}`;
}

function nearestBetter({ nearestBetter: better }: ShownDecision): string {
  if (better === null) return 'none';
  return `${sentenceCase(better.status)}, if only ${better.ifOnly.join('; ')}`;
}

function proofLines({ proof }: ShownDecision): readonly string[] {
  return [
    '',
    'Proof:',
    ...proof.tried.map(({ clause, lacked }) => `  not ${clause}: it lacks ${lacked.join('; ')}`),
    `  ${proof.clause}: met`,
    ...proof.used.map((fact) => `    ${factLine(fact, proof.decidedBy.includes(fact.id))}`),
    `  Policy entries: ${proof.policy.length === 0 ? 'none' : proof.policy.join(', ')}`,
    `  Considered: ${proof.considered.count} facts, SHA-256 of their ids ${proof.considered.digest}`,
  ];
}

/** One fact with the way back to the file it came from; a star marks those that met the clause. */
function factLine(fact: ShownDecision['proof']['used'][number], decides: boolean): string {
  const { sender, row, uploadId } = fact.source;
  const place = row === undefined ? '' : `, row ${row}`;
  return `${decides ? '*' : ' '} ${fact.kind}, ${longDay(fact.effectiveOn)}, as at ${longDay(fact.asAt)}, from ${sender.role}, upload ${uploadId}${place}, id ${fact.id}`;
}

function clockLines({ clocks }: ShownDecision): readonly string[] {
  const known = `${longDay(londonDay(clocks.knownAt))} (${clocks.knownAt})`;
  return [
    `About ${longDay(clocks.validAt)}, as known on ${known}, under the rules of ${longDay(clocks.rulesAt)}.`,
  ];
}
