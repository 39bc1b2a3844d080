import * as z from 'zod';
import type { Fact, FactOf } from '../../evidence/fact.ts';

/** A review of a document or a reply to one, oldest first: who said it, when, and the hash of the original that has the words. */
export type Said = {
  readonly fact: FactOf<'review' | 'reply'>;
  readonly original: string;
};

/** Takes facts and the SHA-256 of a document, gives what reviewers and the practice said of it, oldest first. */
export function conversationOn(document: string, facts: readonly Fact[]): readonly Said[] {
  const once = new Map<string, FactOf<'review' | 'reply'>>();
  for (const fact of facts) {
    if (fact.kind !== 'review' && fact.kind !== 'reply') continue;
    if (fact.values.of === document) once.set(`${fact.id} ${fact.source.uploadId}`, fact);
  }
  return [...once.values()]
    .sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))
    .map((fact) => ({ fact, original: fact.source.sha256 }));
}

const Original = z.object({
  note: z.string().nullable().optional(),
  text: z.string().nullable().optional(),
});

/** The words in the original of a review or a reply; null where there are none, or it was erased. */
export function wordsIn(original: Uint8Array | undefined): string | null {
  if (original === undefined) return null;
  const { note, text } = Original.parse(JSON.parse(new TextDecoder().decode(original)));
  return note ?? text ?? null;
}
