import { beforeEach, describe, expect, test } from 'vitest';
import { InstantSchema } from '../../../shared/calendar/day.ts';
import type { Objects } from '../../../shared/store/ports.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** What every adapter for objects promises. `fresh` gives one that holds nothing. */
export function objectsContract(adapter: string, fresh: () => Promise<Objects>): void {
  describe(`${adapter}: objects`, () => {
    let objects: Objects;
    beforeEach(async () => {
      objects = await fresh();
    });

    test('give back the bytes that were put, and when', async () => {
      const put = Uint8Array.from([0, 255, 10, 13, 128]);
      expect(await objects.putIfAbsent('evidence/facts/a.gz', put)).toBe('stored');
      const got = await objects.get('evidence/facts/a.gz');
      expect(Uint8Array.from(got!.bytes)).toEqual(put);
      expect(InstantSchema.safeParse(got!.modifiedAt).success).toBe(true);
    });

    test('may be empty', async () => {
      await objects.putIfAbsent('a', new Uint8Array());
      expect((await objects.get('a'))!.bytes).toHaveLength(0);
    });

    test.each(['nothing', 'evidence', 'evidence/facts', 'evidence/facts/a.gz/below'])(
      'give undefined where none is: %s',
      async (key) => {
        await objects.putIfAbsent('evidence/facts/a.gz', bytes('1'));
        expect(await objects.get(key)).toBeUndefined();
      },
    );

    test('are never overwritten', async () => {
      expect(await objects.putIfAbsent('a/b', bytes('first'))).toBe('stored');
      expect(await objects.putIfAbsent('a/b', bytes('second'))).toBe('exists');
      expect(Buffer.from((await objects.get('a/b'))!.bytes).toString()).toBe('first');
    });

    test('tell exactly one of many writers at once that it stored', async () => {
      const writers = Array.from({ length: 12 }, (_, n) => bytes(`writer ${n}`.repeat(1000)));
      const told = await Promise.all(writers.map((each) => objects.putIfAbsent('a/b', each)));
      expect(told.filter((outcome) => outcome === 'stored')).toHaveLength(1);
      const stays = writers[told.indexOf('stored')]!;
      expect(Uint8Array.from((await objects.get('a/b'))!.bytes)).toEqual(stays);
    });

    test('are listed by the beginning of their key, in code-unit order', async () => {
      for (const key of ['b/2', 'b/10', 'b/B', 'b/a', 'b/c/d', 'bc', 'a/1', 'b-1', 'b/a.b']) {
        await objects.putIfAbsent(key, bytes(key));
      }
      expect(await objects.list('b/')).toEqual(['b/10', 'b/2', 'b/B', 'b/a', 'b/a.b', 'b/c/d']);
      expect(await objects.list('b/c')).toEqual(['b/c/d']);
      expect(await objects.list('b')).toEqual([
        'b-1',
        'b/10',
        'b/2',
        'b/B',
        'b/a',
        'b/a.b',
        'b/c/d',
        'bc',
      ]);
      expect(await objects.list('z/')).toEqual([]);
      expect(await objects.list('')).toHaveLength(9);
    });

    test('are listed past the first thousand', async () => {
      const keys = Array.from({ length: 1203 }, (_, n) => `many/${String(n).padStart(5, '0')}`);
      await Promise.all(keys.map((key) => objects.putIfAbsent(key, bytes('x'))));
      expect(await objects.list('many/')).toEqual(keys);
    });

    test.each([
      '../a',
      'a/../../b',
      '/etc/passwd',
      'a//b',
      'a/',
      '',
      '.',
      'a/.hidden',
      'a\\b',
      'a\0',
    ])('refuse the key %j', async (key) => {
      const tries = [
        async () => objects.get(key),
        async () => objects.putIfAbsent(key, bytes('x')),
      ];
      for (const attempt of tries) await expect(attempt()).rejects.toThrow(RangeError);
    });

    test('refuse a prefix that climbs out', async () => {
      await expect((async () => objects.list('../'))()).rejects.toThrow(RangeError);
    });
  });
}
