const NUMBER = new Intl.NumberFormat('en-GB');

/** A count as people read it: 23,500,000. */
export function count(n: number): string {
  return NUMBER.format(n);
}

/** What every output made from sample data says. */
export const MADE_UP = 'Made-up data';

/** A count with what is counted: `1 practice`, `6,348 practices`. */
export function counted(n: number, noun: string): string {
  return `${count(n)} ${noun}${n === 1 ? '' : 's'}`;
}
