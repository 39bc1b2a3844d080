import { hash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { instant } from '../../../shared/calendar/day.ts';
import { objectOriginals } from '../../../shared/store/object-originals.ts';
import type { Erasure, Objects, Originals, Tombstone } from '../../../shared/store/ports.ts';

const LETTER = Buffer.from('a letter');
export const SHA256 = hash('sha256', LETTER, 'hex');
const OTHER = hash('sha256', 'another', 'hex');

export const TOMBSTONE: Tombstone = {
  sha256: SHA256,
  erasedAt: instant('2023-07-01T09:00:00Z'),
  reason: 'a name in a comment',
};

export type Evidence = { readonly objects: Objects; readonly erasure: Erasure };

/** What keeping and erasing originals promises, over every store. `fresh` gives an empty one. */
export function originalsContract(adapter: string, fresh: () => Promise<Evidence>): void {
  describe(`${adapter}: originals`, () => {
    let objects: Objects;
    let erasure: Erasure;
    let originals: Originals;
    beforeEach(async () => {
      ({ objects, erasure } = await fresh());
      originals = objectOriginals(objects);
    });
    const keys = () => objects.list('evidence/');

    test('are kept once, under their hash', async () => {
      expect(await originals.keep(SHA256, LETTER)).toBe('stored');
      expect(await originals.keep(SHA256, LETTER)).toBe('exists');
      expect(await keys()).toEqual([`evidence/originals/${SHA256}`]);
      expect(Buffer.from((await originals.get(SHA256))!).toString()).toBe('a letter');
      expect(await originals.get(OTHER)).toBeUndefined();
    });

    test('erased: the tombstone stays, the original is gone and is not kept again', async () => {
      await originals.keep(SHA256, LETTER);
      expect(await erasure.erase(TOMBSTONE)).toBe('erased');
      expect(await keys()).toEqual([`evidence/tombstones/${SHA256}.json`]);
      expect(await originals.tombstone(SHA256)).toEqual(TOMBSTONE);
      expect(await originals.get(SHA256)).toBeUndefined();
      expect(await originals.keep(SHA256, LETTER)).toBe('erased');
      expect(await keys()).toEqual([`evidence/tombstones/${SHA256}.json`]);
    });

    test('erased twice: the first tombstone stays', async () => {
      await originals.keep(SHA256, LETTER);
      await erasure.erase(TOMBSTONE);
      expect(await erasure.erase({ ...TOMBSTONE, reason: 'once more' })).toBe('was-erased');
      expect(await originals.tombstone(SHA256)).toEqual(TOMBSTONE);
    });

    test('erased before they came: the tombstone is laid all the same', async () => {
      expect(await erasure.erase(TOMBSTONE)).toBe('nothing');
      expect(await originals.keep(SHA256, LETTER)).toBe('erased');
    });

    test('of which erasing stopped after the tombstone are given to nobody, and go on the next run', async () => {
      await originals.keep(SHA256, LETTER);
      const bytes = Buffer.from(JSON.stringify(TOMBSTONE));
      await objects.putIfAbsent(`evidence/tombstones/${SHA256}.json`, bytes);
      expect(await originals.get(SHA256)).toBeUndefined();
      expect(await originals.keep(SHA256, LETTER)).toBe('erased');
      expect(await erasure.erase(TOMBSTONE)).toBe('erased');
      expect(await keys()).toEqual([`evidence/tombstones/${SHA256}.json`]);
    });

    test('beside the erased one stay', async () => {
      await originals.keep(SHA256, LETTER);
      await originals.keep(OTHER, Buffer.from('another'));
      await erasure.erase(TOMBSTONE);
      expect(await originals.get(OTHER)).toBeDefined();
      expect(await originals.tombstone(OTHER)).toBeUndefined();
    });

    test.each(['', 'abc', SHA256.toUpperCase(), `${SHA256}\n`, `../${SHA256.slice(3)}`])(
      'are asked for by their SHA-256 and nothing else: %j',
      async (name) => {
        const tries = [
          () => originals.keep(name, LETTER),
          () => originals.get(name),
          () => originals.tombstone(name),
          () => erasure.erase({ ...TOMBSTONE, sha256: name }),
        ];
        for (const attempt of tries) await expect(attempt()).rejects.toThrow(RangeError);
        expect(await keys()).toEqual([]);
      },
    );
  });
}
