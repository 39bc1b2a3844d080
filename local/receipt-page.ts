import { londonDay, longDay } from '../shared/calendar/day.ts';
import type { Problem, Warning } from '../shared/intake/read-result.ts';
import { rowsOf } from '../shared/intake/receipt/also-in-rows.ts';
import type { Receipt, ScanResult } from '../shared/intake/receipt/receipt.ts';
import { type Trouble, troublesOf } from '../shared/intake/receipt/worst-first.ts';
import type { StateChange } from '../shared/state/changed-by.ts';
import { changeLines } from './change-lines.ts';
import { checklistLines } from './checklist-page.ts';
import { count, counted } from './words.ts';

/** Troubles of one kind that a page shows; `--format json` and `csv` give all of them. */
const SHOWN = 20;
/** Rows that a line names. */
const ROWS_NAMED = 5;

/**
 * A receipt as people read it: who sent what, what was counted, what was found in a document, what was
 * wrong and how to mend it, worst first; and, where they are given, the states that it changed.
 */
export function receiptPage(receipt: Receipt, changes?: readonly StateChange[]): string {
  const troubles = troublesOf(receipt);
  return [
    `${receipt.fileName}: ${receipt.refused ? 'refused' : (receipt.kind ?? 'taken in')}`,
    `  Upload ${receipt.uploadId}, received on ${longDay(londonDay(receipt.receivedAt))} from ${senderWords(receipt)}`,
    `  SHA-256 ${receipt.sha256}`,
    `  ${SCAN_WORDS[receipt.scan]}`,
    `  ${rowsLine(receipt)}`,
    ...newsLine(receipt),
    ...(receipt.checklist === null ? [] : checklistLines(receipt.checklist).map(indented)),
    ...shown(
      troubles.filter(({ costs }) => costs !== 'nothing'),
      counted(receipt.problems.length, 'problem'),
    ),
    ...shown(
      troubles.filter(({ costs }) => costs === 'nothing'),
      counted(receipt.warnings.length, 'warning'),
    ),
    ...(changes === undefined || receipt.refused ? [] : changeLines(changes).map(indented)),
  ].join('\n');
}

/** One line a receipt, for lists and logs. */
export function receiptLine(receipt: Receipt): string {
  const outcome = receipt.refused ? 'refused' : counted(receipt.facts, 'new fact');
  return `${receipt.uploadId}  ${senderWords(receipt)}  ${receipt.kind ?? '-'}  ${counted(receipt.rows, 'row')}, ${count(receipt.rejected)} rejected, ${outcome}  ${receipt.fileName}`;
}

const SCAN_WORDS: Readonly<Record<ScanResult, string>> = {
  clean: 'Malware scan: no threats found',
  threat: 'Malware scan: a threat was found',
  failed: 'Malware scan: it could not be made',
  none: 'No malware scan ran: one machine has no scanner',
};

/** `4 rows = 2 accepted + 1 unchanged + 0 duplicate + 1 rejected`. */
function rowsLine(
  counts: Pick<Receipt, 'rows' | 'accepted' | 'unchanged' | 'duplicate' | 'rejected'>,
): string {
  return `${counted(counts.rows, 'row')} = ${count(counts.accepted)} accepted + ${count(counts.unchanged)} unchanged + ${count(counts.duplicate)} duplicate + ${count(counts.rejected)} rejected`;
}

/** At most twenty lines, and how many more there are. */
function shown(troubles: readonly Trouble[], head: string): readonly string[] {
  if (troubles.length === 0) return [];
  const lines = troubles.slice(0, SHOWN).map((trouble) => `    ${troubleLine(trouble)}`);
  const more = troubles.length - SHOWN;
  const rest = `    and ${count(more)} more; --format json or csv gives all of them`;
  return [`  ${head}:`, ...lines, ...(more > 0 ? [rest] : [])];
}

/** What is wrong as it was said of the first row, with its place and its remedy. */
function troubleLine({ said, rows, count: hits }: Trouble): string {
  const [first] = said;
  const place = placeOf({ rows, hits, column: first.column });
  const isSameInAll = said.every((one) => whatIn(one) === whatIn(first));
  return isSameInAll
    ? `${place}: ${inFull(first)}`
    : `${place}; row ${first.row}: ${inFull(first)}`;
}

function whatIn(said: Problem | Warning): string {
  return 'problem' in said ? said.problem : rowsOf(said).says;
}

/** A problem with what was found and its remedy; a warning as it is. */
function inFull(said: Problem | Warning): string {
  if ('warning' in said) return ended(whatIn(said));
  const { found, problem, remedy } = said;
  const what = found === null ? '' : ` (found ${JSON.stringify(found)})`;
  return `${ended(`${problem}${what}`)} ${ended(remedy)}`;
}

function placeOf(where: { rows: readonly number[]; hits: number; column: string | null }): string {
  const { rows, hits, column } = where;
  const at = column === null ? '' : `, ${column}`;
  if (rows[0] === 0) return `the file${at}`;
  const named = rows.slice(0, ROWS_NAMED);
  const more = hits - named.length;
  const also = more > 0 ? ` and ${count(more)} more` : '';
  return `${hits === 1 ? 'row' : 'rows'} ${named.join(', ')}${also}${at}`;
}

function newsLine(receipt: Receipt): readonly string[] {
  if (receipt.refused) return ['  Nothing in it was taken in.'];
  if (receipt.facts === 0) return ['  Nothing in it was new, so nothing was written.'];
  return [
    `  ${counted(receipt.facts, 'new fact')} about ${counted(receipt.practices, 'practice')}`,
  ];
}

function senderWords({ sender }: Receipt): string {
  const role =
    sender.role === 'icb' || sender.role === 'pcn' ? sender.role.toUpperCase() : sender.role;
  return sender.org === undefined ? role : `${role} ${sender.org}`;
}

const indented = (line: string) => `  ${line}`;
const ended = (sentence: string) => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`);
