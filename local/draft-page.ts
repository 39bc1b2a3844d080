import type { Draft } from '../shared/intake/mapping/draft-mapping.ts';
import type { UnknownWord } from '../shared/intake/mapping/draft-words.ts';
import { counted } from './words.ts';

/** What a drafted mapping rests on and what it leaves out, so that somebody can put it right before it is saved. */
export function draftPage(draft: Draft): string {
  const { mapping, sheet, headerRow, read, leftOut, words, lacking } = draft;
  const place = sheet === null ? `row ${headerRow}` : `row ${headerRow} of the sheet "${sheet}"`;
  return [
    `A draft for a ${mapping.kind}, by the header in ${place}. Look through it before you save it.`,
    ...section(
      'Read',
      read.map(({ heading, column, by }) => `${heading} as ${column}, by ${by}`),
    ),
    ...section('Fixed in every row', Object.entries(mapping.fixed).map(fixedLine)),
    ...section(
      'Left out: add to "columns" what should be read',
      leftOut.map(({ heading, why }) => `${heading}: ${why}`),
    ),
    ...section(
      'Words guessed at: check each',
      words.filter(({ guess }) => guess !== null).map(wordLine),
    ),
    ...section(
      'Words not known: add to "words" what each means, or "" for nothing',
      words.filter(({ guess }) => guess === null).map(wordLine),
    ),
    ...section('Required, and not found: without it the tracker is refused', lacking),
  ].join('\n');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)];
}

function fixedLine([name, says]: [string, string]): string {
  return `${name}: ${says === 'as-at' ? 'the day given with --as-at, else the day of receipt' : says}`;
}

function wordLine({ column, word, rows, guess }: UnknownWord): string {
  const said = word === null ? 'a text too long or too personal to show' : `"${word}"`;
  const means = guess === null ? '' : ` as "${guess}"`;
  return `${column}: ${said}${means} (${counted(rows, 'row')})`;
}
