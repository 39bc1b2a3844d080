import { hash } from 'node:crypto';
import type { Sample, SampleFile } from '../../../local/sample/generate.ts';
import type { Fact } from '../../../shared/evidence/fact.ts';
import { factFrom } from '../../../shared/evidence/statements-to-facts.ts';
import type { ReadResult } from '../../../shared/intake/read-result.ts';
import { readUpload } from '../../../shared/intake/read-upload.ts';

export type Read = { readonly file: SampleFile; readonly result: ReadResult };

/** Reads every file of a sample as intake does, in the order of receipt. */
export function readSample(sample: Sample): readonly Read[] {
  const registered = new Set<string>();
  return sample.files.map((file) => {
    const { sender, receivedAt, asAt } = file;
    const isRegistered = (code: string) => registered.has(code);
    const none = { sha256: '', about: null, mapping: null };
    const context = { sender, receivedAt, asAt, isRegistered, ...none };
    const result = readUpload(new TextEncoder().encode(file.text), context);
    if (result.kind === 'epraccur') {
      for (const row of result.taken) for (const s of row.statements) registered.add(s.practice);
    }
    return { file, result };
  });
}

/** The facts that the files come to: the same statement by the same sender once, from its first receipt. */
export function factsOf(reads: readonly Read[]): readonly Fact[] {
  const facts = new Map<string, Fact>();
  for (const { file, result } of reads) {
    const { name, text, sender, receivedAt, asAt } = file;
    const sha256 = hash('sha256', text, 'hex');
    const upload = { uploadId: name, sha256, fileName: name, sender, receivedAt, asAt };
    for (const statement of result.taken.flatMap((row) => row.statements)) {
      const fact = factFrom(statement, upload);
      if (!facts.has(fact.id)) facts.set(fact.id, fact);
    }
  }
  return [...facts.values()];
}
