const NUMBER = new Intl.NumberFormat('en-GB');

/** A count as people read it: 23,500,000. */
export function count(n: number): string {
  return NUMBER.format(n);
}

/** A kebab-case word as the start of a sentence: `paused-by-letter` is `Paused by letter`. */
export function sentenceCase(word: string): string {
  const words = word.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What every output made from sample data says. */
export const MADE_UP = 'Made-up data';

/** A count with what is counted: `1 practice`, `6,348 practices`. */
export function counted(n: number, noun: string): string {
  return `${count(n)} ${noun}${n === 1 ? '' : 's'}`;
}
