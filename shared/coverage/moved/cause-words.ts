import type { Cause } from './leg.ts';

/** What a cause of movement is called, and when a change is put down to it. */
export const CAUSE_WORDS: Readonly<
  Record<Cause, { readonly name: string; readonly means: string }>
> = {
  'late-news': {
    name: 'Late news',
    means: 'It held on the earlier day already, and was received only after the earlier figures.',
  },
  correction: {
    name: 'Correction',
    means: 'What the earlier figures counted was said otherwise, taken back or judged out since.',
  },
  'real-change': {
    name: 'Real change',
    means: 'It happened between the two days.',
  },
  'rule-change': {
    name: 'Rule change',
    means: 'The rules changed, so that the same evidence gives another status.',
  },
  'scope-entry': {
    name: 'Came into the count',
    means: 'The denominator counts the practice now and did not before.',
  },
  'scope-exit': {
    name: 'Left the count',
    means: 'The denominator counted the practice and does not any more.',
  },
  'list-size': {
    name: 'List size',
    means: 'Another number of patients is registered.',
  },
  transfer: {
    name: 'Transfer',
    means:
      'The practice moved to another area or supplier, which takes from the one what it gives to the other.',
  },
};
