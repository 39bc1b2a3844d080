import { beforeEach, describe, expect, test } from 'vitest';
import { type Instant, InstantSchema, instant } from '../../../shared/calendar/day.ts';
import type { Quarantine, UploadGrant } from '../../../shared/store/ports.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const GRANTED_AT = instant('2022-06-01T09:00:00Z');
const CSV = 'text/csv';

/** A form as somebody sends it: the fields that it carries, and the length of its file. */
export type SentForm = {
  readonly fields: Readonly<Record<string, string>>;
  readonly bytes: number;
  readonly at: Instant;
};

/** One quarantine, and whether the place that its grants lead to would take a form. */
export type UnderTest = {
  readonly quarantine: Quarantine;
  readonly takes: (form: SentForm) => Promise<boolean>;
  /** Lays an object there that came at an instant. */
  readonly arrives: (uploadId: string, at: Instant) => Promise<void>;
};

/** What every quarantine promises. `fresh` gives an empty one whose clock stands at `now`. */
export function quarantineContract(
  adapter: string,
  fresh: (now: Instant) => Promise<UnderTest>,
): void {
  describe(`${adapter}: quarantine`, () => {
    let quarantine: Quarantine;
    let takes: UnderTest['takes'];
    let arrives: UnderTest['arrives'];
    beforeEach(async () => {
      ({ quarantine, takes, arrives } = await fresh(GRANTED_AT));
    });

    test('gives back the bytes of an upload, when they came, and their version', async () => {
      const put = Uint8Array.from([0, 255, 10, 13, 128]);
      expect(await quarantine.putIfAbsent('up-1', put)).toBe('stored');
      const got = (await quarantine.get('up-1'))!;
      expect(Uint8Array.from(got.bytes)).toEqual(put);
      expect(InstantSchema.safeParse(got.modifiedAt).success).toBe(true);
      const again = (await quarantine.get('up-1', got.version ?? undefined))!;
      expect(Uint8Array.from(again.bytes)).toEqual(put);
      expect(again.version).toBe(got.version);
    });

    test('gives undefined for an upload of which nothing came', async () => {
      await quarantine.putIfAbsent('up-10', bytes('another'));
      expect(await quarantine.get('up-1')).toBeUndefined();
    });

    test('keeps the first object where a second is put', async () => {
      expect(await quarantine.putIfAbsent('up-1', bytes('first'))).toBe('stored');
      expect(await quarantine.putIfAbsent('up-1', bytes('second'))).toBe('exists');
      expect(Buffer.from((await quarantine.get('up-1'))!.bytes).toString()).toBe('first');
    });

    test.each(['its version', 'no version'])(
      'removes an upload given %s, twice too',
      async (by) => {
        await quarantine.putIfAbsent('up-1', bytes('1'));
        await quarantine.putIfAbsent('up-10', bytes('10'));
        const { version } = (await quarantine.get('up-1'))!;
        const named = by === 'its version' && version !== null ? [version] : [];
        for (const _ of ['once', 'again']) {
          await quarantine.remove('up-1', ...named);
          expect(await quarantine.get('up-1')).toBeUndefined();
        }
        expect(await quarantine.get('up-10')).toBeDefined();
      },
    );

    test('removes what never was without a word', async () => {
      await quarantine.remove('up-1');
      expect(await quarantine.get('up-1')).toBeUndefined();
    });

    test.each(['../evidence', 'a/b', '', '.', 'up 1', 'up-1\n'])(
      'refuses the id %j',
      async (id) => {
        const conditions = { uploadId: id, contentType: CSV, mostBytes: 10, seconds: 300 };
        const tries = [
          () => quarantine.get(id),
          () => quarantine.putIfAbsent(id, bytes('x')),
          () => quarantine.remove(id),
          async () => quarantine.uploadGrant(conditions),
        ];
        for (const attempt of tries) await expect(attempt()).rejects.toThrow(RangeError);
      },
    );

    describe('what waits', () => {
      const CUT_OFF = instant('2023-12-04T06:00:00Z');
      const cameBy = async (by: Instant) =>
        (await quarantine.waiting(by)).map(({ uploadId }) => uploadId);

      test('is what had come by an instant, at that very instant too, in the order of ids', async () => {
        await arrives('up-3', instant('2023-12-04T05:59:59Z'));
        await arrives('up-1', CUT_OFF);
        await arrives('up-2', instant('2023-12-04T06:00:01Z'));
        expect(await quarantine.waiting(CUT_OFF)).toEqual([
          { uploadId: 'up-1', modifiedAt: CUT_OFF },
          { uploadId: 'up-3', modifiedAt: instant('2023-12-04T05:59:59Z') },
        ]);
      });

      test('is nothing where nothing came', async () => {
        expect(await quarantine.waiting(CUT_OFF)).toEqual([]);
      });

      test('is gone from there once it is removed', async () => {
        await arrives('up-1', GRANTED_AT);
        await arrives('up-2', GRANTED_AT);
        await quarantine.remove('up-1');
        expect(await cameBy(CUT_OFF)).toEqual(['up-2']);
      });
    });

    describe('a grant', () => {
      const grant = () =>
        quarantine.uploadGrant({
          uploadId: 'up-1',
          contentType: CSV,
          mostBytes: 1000,
          seconds: 300,
        });
      const later = (seconds: number) =>
        instant(new Date(Date.parse(GRANTED_AT) + seconds * 1000).toISOString());
      const sent = (given: UploadGrant, over: Partial<SentForm> = {}) =>
        takes({ fields: given.fields, bytes: 10, at: GRANTED_AT, ...over });

      test('is a place to post to, and fields to post there', async () => {
        const given = await grant();
        expect(URL.canParse(given.url)).toBe(true);
        expect(given.fields).toMatchObject({ key: 'uploads/up-1', 'Content-Type': CSV });
        expect(await sent(given)).toBe(true);
      });

      test.each([
        { bytes: 0, taken: false },
        { bytes: 1, taken: true },
        { bytes: 1000, taken: true },
        { bytes: 1001, taken: false },
      ])('of 1,000 bytes, used for $bytes: taken $taken', async ({ bytes: length, taken }) => {
        expect(await sent(await grant(), { bytes: length })).toBe(taken);
      });

      test.each([
        { after: 299, taken: true },
        { after: 301, taken: false },
        { after: 86_400, taken: false },
      ])('of 300 seconds, used after $after: taken $taken', async ({ after, taken }) => {
        expect(await sent(await grant(), { at: later(after) })).toBe(taken);
      });

      test('cannot be turned to another upload or another type', async () => {
        const given = await grant();
        for (const changed of [{ key: 'uploads/up-2' }, { 'Content-Type': 'text/html' }]) {
          expect(await sent(given, { fields: { ...given.fields, ...changed } })).toBe(false);
        }
      });

      test('needs each of its fields, as it was given out', async () => {
        const given = await grant();
        for (const name of Object.keys(given.fields)) {
          const { [name]: value, ...without } = given.fields;
          expect(await sent(given, { fields: without }), `without ${name}`).toBe(false);
          const changed = { ...given.fields, [name]: `${value}0` };
          expect(await sent(given, { fields: changed }), `${name} changed`).toBe(false);
        }
      });
    });
  });
}
