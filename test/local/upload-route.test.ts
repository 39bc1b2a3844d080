import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { uploadRoute } from '../../local/upload-route.ts';
import { instant } from '../../shared/calendar/day.ts';
import { MOST_UPLOAD_BYTES } from '../../shared/intake/upload-limits.ts';
import { folderGrants } from '../../shared/store/folder-grants.ts';
import { folderQuarantine } from '../../shared/store/folder-quarantine.ts';
import type { Quarantine } from '../../shared/store/ports.ts';
import { tempFolder } from './temp-folder.ts';

const URL = 'http://127.0.0.1:4000/uploads';
const GRANTED_AT = instant('2022-06-01T09:00:00Z');

/** An upload route on a folder of its own, and what it does there. */
function routeOn(root: string) {
  const world = { now: GRANTED_AT, arrived: [] as string[], taken: new Set<string>() };
  const secret = Buffer.alloc(32, 7);
  const grants = folderGrants({ url: URL, secret, now: () => world.now });
  const quarantine: Quarantine = folderQuarantine(root, grants);
  const route = uploadRoute({
    grants,
    quarantine,
    isTakenIn: async (uploadId) => world.taken.has(uploadId),
    arrived: async (uploadId) => void world.arrived.push(uploadId),
    now: () => world.now,
  });
  const granted = (uploadId = 'up-1') =>
    quarantine.uploadGrant({
      uploadId,
      contentType: 'text/csv',
      mostBytes: MOST_UPLOAD_BYTES,
      seconds: 300,
    });
  return { world, route, granted };
}

/** What a browser makes of a form: the fields first, then the file with a type of the browser's own guess. */
function formOf(
  fields: Readonly<Record<string, string>>,
  file: string | Uint8Array<ArrayBuffer> | null,
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const type = 'application/vnd.ms-excel';
  if (file !== null) form.append('file', new File([file], 'Smith J.csv', { type }));
  return form;
}

const post = (body: FormData | string, headers: Record<string, string> = {}) =>
  new Request(URL, { method: 'POST', body, headers });

let root: string;
let at: ReturnType<typeof routeOn>;
beforeEach(() => {
  root = tempFolder();
  at = routeOn(root);
});
const waiting = () => (existsSync(join(root, 'uploads')) ? readdirSync(join(root, 'uploads')) : []);

describe('the local upload route', () => {
  test('takes the file of a plain form into quarantine, and tells intake', async () => {
    const { fields } = await at.granted();
    const answer = await at.route(post(formOf(fields, 'practice_code,as_at_date\n')));
    expect(answer.status).toBe(201);
    expect(await answer.text()).toContain('Its upload is up-1');
    expect(readFileSync(join(root, 'uploads', 'up-1'), 'utf8')).toBe('practice_code,as_at_date\n');
    expect(at.world.arrived).toEqual(['up-1']);
  });

  test('keeps bytes as they are, up to the largest file there may be', async () => {
    const { fields } = await at.granted();
    const bytes = new Uint8Array(MOST_UPLOAD_BYTES).fill(13);
    bytes.set([0, 255, 10, 45, 45], 1000);
    expect((await at.route(post(formOf(fields, bytes)))).status).toBe(201);
    expect(readFileSync(join(root, 'uploads', 'up-1')).equals(bytes)).toBe(true);
  });

  test('answers with a page that runs nothing and names no file', async () => {
    const { fields } = await at.granted();
    const answer = await at.route(post(formOf(fields, 'x')));
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await answer.text()).not.toMatch(/Smith|<script/);
  });

  test('a second file for the same upload is refused, in quarantine and after it', async () => {
    const { fields } = await at.granted();
    await at.route(post(formOf(fields, 'first')));
    const second = await at.route(post(formOf(fields, 'second')));
    expect(second.status).toBe(409);
    expect(await second.text()).toContain('Only the first one counts');
    expect(readFileSync(join(root, 'uploads', 'up-1'), 'utf8')).toBe('first');
    at.world.taken.add('up-1');
    expect((await at.route(post(formOf(fields, 'third')))).status).toBe(409);
  });

  test('of many sent at once one is taken', async () => {
    const { fields } = await at.granted();
    const forms = Array.from({ length: 8 }, (_, n) => post(formOf(fields, `file ${n}`)));
    const answers = await Promise.all(forms.map(at.route));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
  });

  test('tells intake again of a file that was put before the process ended', async () => {
    const { fields } = await at.granted();
    await at.route(post(formOf(fields, 'first')));
    const restarted = routeOn(root);
    await restarted.route(post(formOf(fields, 'first')));
    expect(restarted.world.arrived).toEqual(['up-1']);
  });

  describe('refuses, and keeps nothing:', () => {
    test.each([
      ['a form without its grant', {}, 'x', 403, /not as it was given out/],
      ['a form turned to another upload', { key: 'uploads/up-2' }, 'x', 403, /was changed/],
      ['a path out of the folder', { key: 'uploads/../evidence/x' }, 'x', 403, /was changed/],
      ['a form without a file', null, null, 400, /without a file/],
      ['an empty file', null, '', 400, /the file is empty/],
    ] as const)('%s', async (what, change, file, status, says) => {
      const { fields } = await at.granted();
      const sent = what === 'a form without its grant' ? {} : { ...fields, ...change };
      const answer = await at.route(post(formOf(sent, file)));
      expect(answer.status).toBe(status);
      expect(await answer.text()).toMatch(says);
      expect([waiting(), at.world.arrived]).toEqual([[], []]);
    });

    test('a form that comes too late', async () => {
      const { fields } = await at.granted();
      at.world.now = instant('2022-06-01T09:05:01Z');
      const answer = await at.route(post(formOf(fields, 'x')));
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain('has run out');
      expect(waiting()).toEqual([]);
    });

    test('a file of one byte too many', async () => {
      const { fields } = await at.granted();
      const answer = await at.route(post(formOf(fields, new Uint8Array(MOST_UPLOAD_BYTES + 1))));
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('at most 20 MB');
      expect(waiting()).toEqual([]);
    });

    test.each([
      ['says how long it is', { 'content-length': String(64 * 1024 * 1024) }],
      ['does not', {}],
    ])(
      'a body without end in sight that %s, of which it keeps no more than a file',
      async (_, length) => {
        const whole = 64;
        let given = 0;
        const body = new ReadableStream<Uint8Array>({
          pull(controller) {
            given += 1;
            if (given <= whole) controller.enqueue(new Uint8Array(1024 * 1024));
            else controller.close();
          },
        });
        const request = new Request(URL, {
          method: 'POST',
          body,
          headers: { 'content-type': 'multipart/form-data; boundary=b', ...length },
          // Without it Node takes no stream as a body.
          ...{ duplex: 'half' },
        });
        const answer = await at.route(request);
        expect(answer.status).toBe(400);
        expect(await answer.text()).toContain('too large');
        // Read to its end, so that the sender gets to hear the answer.
        expect(given).toBe(whole + 1);
      },
    );

    test.each([
      ['no form', 'application/json', '{}', 400],
      ['a form of another kind', 'application/x-www-form-urlencoded', 'key=uploads/up-1', 403],
      ['half a form', 'multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form', 400],
      ['nothing', 'multipart/form-data; boundary=b', '', 400],
    ])('%s', async (_, type, body, status) => {
      const answer = await at.route(post(body, { 'content-type': type }));
      expect(answer.status).toBe(status);
      expect(waiting()).toEqual([]);
    });

    test('anything but a POST', async () => {
      const answer = await at.route(new Request(URL));
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
    });
  });
});

test('a form that leads on to a receipt does so once its file is there, and not where it was refused', async () => {
  const { fields } = folderGrants({
    url: URL,
    secret: Buffer.alloc(32, 7),
    now: () => GRANTED_AT,
  }).grant({
    uploadId: 'up-9',
    contentType: 'text/csv',
    mostBytes: 10,
    seconds: 300,
    thenTo: 'http://127.0.0.1:4000/uploads/up-9',
  });
  const tooLong = await at.route(post(formOf(fields, 'x'.repeat(11))));
  expect(tooLong.status).toBe(400);
  const answer = await at.route(post(formOf(fields, 'a,b')));
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    'http://127.0.0.1:4000/uploads/up-9',
  ]);
  const second = await at.route(post(formOf(fields, 'a,b')));
  expect(second.status).toBe(409);
});
