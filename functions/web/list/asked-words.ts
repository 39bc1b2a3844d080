import * as z from 'zod';

/** A code of an ICB in a query, in capitals; left empty, as a form sends it, it is not asked for. */
export const IcbAsked = z
  .string()
  .regex(/^([A-Za-z0-9]{2,10})?$/, 'Write an ICB’s code, such as QHM')
  .transform((code) => code.toUpperCase() || undefined)
  .optional();

/** Words as answers show them (`No evidence`) mean the same as in addresses (`no-evidence`). */
function asWritten(asked: unknown): unknown {
  return typeof asked === 'string' ? asked.trim().toLowerCase().replaceAll(' ', '-') : asked;
}

/** One of some words in a query; left empty it is not asked for. */
export function oneOf<const Words extends readonly string[]>(words: Words) {
  return z
    .preprocess(asWritten, z.enum(['', ...words], `Name one of: ${words.join(', ')}`))
    .transform((word): Words[number] | undefined => word || undefined)
    .optional();
}

/** What a word of an address stands for; null for one that stands for nothing, whatever it is called. */
export function wordFor(
  words: Readonly<Record<string, string>>,
  asked: string | null | undefined,
): string | null {
  return asked && Object.hasOwn(words, asked) ? words[asked]! : null;
}
