import { londonDay, longDay } from '../shared/calendar/day.ts';
import type { Problem, Warning } from '../shared/intake/read-result.ts';
import type { Receipt } from '../shared/intake/receipt.ts';
import { count, counted } from './words.ts';

/** Lines of one kind that a page shows; `--json` gives all of them. */
const SHOWN = 20;

/** A receipt as people read it: what was counted, what was wrong and how to mend it. */
export function receiptPage(receipt: Receipt): string {
  return [
    `${receipt.fileName}: ${receipt.refused ? 'refused' : (receipt.kind ?? 'taken in')}`,
    `  Upload ${receipt.uploadId}, received on ${longDay(londonDay(receipt.receivedAt))} from ${senderWords(receipt)}`,
    `  SHA-256 ${receipt.sha256}`,
    `  ${rowsLine(receipt)}`,
    ...newsLine(receipt),
    ...shown(receipt.problems, 'problem', problemLine),
    ...shown(receipt.warnings, 'warning', warningLine),
  ].join('\n');
}

/** One line a receipt, for lists and logs. */
export function receiptLine(receipt: Receipt): string {
  const outcome = receipt.refused ? 'refused' : counted(receipt.facts, 'new fact');
  return `${receipt.uploadId}  ${receipt.kind ?? '-'}  ${counted(receipt.rows, 'row')}, ${count(receipt.rejected)} rejected, ${outcome}  ${receipt.fileName}`;
}

/** `4 rows = 2 accepted + 1 unchanged + 0 duplicate + 1 rejected`. */
function rowsLine(
  counts: Pick<Receipt, 'rows' | 'accepted' | 'unchanged' | 'duplicate' | 'rejected'>,
): string {
  return `${counted(counts.rows, 'row')} = ${count(counts.accepted)} accepted + ${count(counts.unchanged)} unchanged + ${count(counts.duplicate)} duplicate + ${count(counts.rejected)} rejected`;
}

/** A problem with its place and its remedy. */
function problemLine({ row, column, found, problem, remedy }: Problem): string {
  const what = found === null ? '' : ` (found ${JSON.stringify(found)})`;
  return `${place(row, column)}: ${ended(`${problem}${what}`)} ${ended(remedy)}`;
}

function warningLine({ row, column, warning }: Warning): string {
  return `${place(row, column)}: ${ended(warning)}`;
}

/** At most twenty lines, and how many more there are. */
function shown<T>(items: readonly T[], noun: string, line: (item: T) => string): readonly string[] {
  if (items.length === 0) return [];
  const head = `  ${counted(items.length, noun)}:`;
  const lines = items.slice(0, SHOWN).map((item) => `    ${line(item)}`);
  const more = items.length - SHOWN;
  return more > 0
    ? [head, ...lines, `    and ${count(more)} more; --json gives all of them`]
    : [head, ...lines];
}

function newsLine(receipt: Receipt): readonly string[] {
  if (receipt.refused) return ['  Nothing in it was taken in.'];
  if (receipt.facts === 0) return ['  Nothing in it was new, so nothing was written.'];
  return [
    `  ${counted(receipt.facts, 'new fact')} about ${counted(receipt.practices, 'practice')}`,
  ];
}

function senderWords({ sender }: Receipt): string {
  const role = sender.role === 'icb' ? 'ICB' : sender.role;
  return sender.org === undefined ? role : `${role} ${sender.org}`;
}

function place(row: number, column: string | null): string {
  if (row === 0) return column === null ? 'the file' : `the file, ${column}`;
  return column === null ? `row ${row}` : `row ${row}, ${column}`;
}

const ended = (sentence: string) => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`);
