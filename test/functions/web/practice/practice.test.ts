import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Member } from '../../../../shared/access/member.ts';
import { extract } from '../../../shared/builders.ts';
import { PEOPLE, SMALL, type SmallWeb, smallWeb } from '../small-web.ts';

let web: SmallWeb;
beforeAll(async () => {
  web = await smallWeb([
    ...SMALL,
    ...extract({
      code: 'A81002',
      asAt: '2023-11-28',
      onlineAccounts: 4_321,
      accountsWithAccess: 1_234,
      patients104: 3,
      uploadId: 'extract-of-counts',
    }),
  ]);
});
afterAll(() => web.close());

const pageOf = async (member: Member, path: string) => (await web.ask(member, path)).text();

describe('the page of a practice', () => {
  test('says its status, why, what would change it, and the proof down to the upload', async () => {
    const page = await pageOf(PEOPLE.practice, '/practices/A81001');
    expect(page).toContain('Paused by letter');
    expect(page).toContain('since 1 December 2022');
    expect(page).toContain('Letter to EMIS, sent on 1 December 2022');
    expect(page).toContain('/uploads/practice-2022-12-01');
    expect(page).toContain('The independent checker finds that the proof holds.');
    expect(page).toMatch(/<strong>Live<\/strong>: not met\. It lacks/);
    expect(page).toMatch(/<strong>Paused by letter<\/strong>: met/);
  });

  test('answers under the clocks that it is asked under, and keeps them on its links', async () => {
    const page = await pageOf(
      PEOPLE.analyst,
      '/practices/A81001?valid-at=2022-11-15&known-at=2022-11-15',
    );
    expect(page).not.toContain('/uploads/practice-2022-12-01');
    expect(page).toContain('As at 15 November 2022, as known on 15 November 2022');
    expect(page).toContain('valid-at=2022-11-15');
  });

  test('links to what its reader may open, and to nothing else', async () => {
    const own = await pageOf(PEOPLE.practice, '/practices/A81001');
    expect(own).not.toMatch(/\/uploads\/national/);
    const national = await pageOf(PEOPLE.national, '/practices/A81001');
    expect(national).toContain('/practices?icb=QHM');
  });

  test('gives no count of people of one practice, nor a hash from which it could be found', async () => {
    for (const path of [
      '/practices/A81002',
      '/api/v1/practices/A81002',
      '/practices/A81002?format=csv',
    ]) {
      const text = await pageOf(PEOPLE.analyst, path);
      expect(text).not.toMatch(/4,?321|1,?234\b/);
      const facts = await web.deps.index.of('A81002' as never);
      for (const { kind, id } of facts)
        if (kind === 'access-counts') expect(text).not.toContain(id);
    }
  });

  test.each([
    ['/practices/A81001?valid-at=31/12/2023', 'Write a day as 2023-12-04'],
    ['/practices/A81001?known-at=yesterday', 'Write a day as 2023-12-04, or a moment'],
  ])('%s is told how to ask', async (path, says) => {
    const answer = await web.ask(PEOPLE.practice, path);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(says);
  });

  test.each(['/practices/a81001', '/practices/A81001?valid-at='])('%s is found', async (path) => {
    expect((await web.ask(PEOPLE.practice, path)).status).toBe(200);
  });

  test.each(['/practices/A8100', '/practices/A81001%00', '/practices/W91001'])(
    '%s is not there',
    async (path) => {
      expect((await web.ask(PEOPLE.national, path)).status).toBe(404);
    },
  );
});

describe('a practice’s own remark', () => {
  const say = (member: Member, code: string, text: string) =>
    web.ask(member, `/practices/${code}/remark`, { form: { text } });
  const WORDS = 'We sent a withdrawal <b>in March</b>.';

  test('stands beside the status for everybody who may see it, under the clocks', async () => {
    const before = await pageOf(PEOPLE.practice, '/practices/A81001');
    expect(before).toContain('Say so in your own words');
    expect(before).not.toContain('What the practice says');
    const then = await pageOf(PEOPLE.practice, '/practices/A81001?valid-at=2023-06-01');
    expect(then).not.toContain('Say so in your own words');
    const answer = await say(PEOPLE.practice, 'A81001', WORDS);
    expect(answer.headers.get('location')).toBe('/practices/A81001?done=remarked');
    for (const member of [PEOPLE.practice, PEOPLE.analyst, PEOPLE.national]) {
      const page = await pageOf(member, '/practices/A81001?done=remarked');
      expect(page).toContain('We sent a withdrawal &lt;b&gt;in March&lt;/b&gt;.');
      expect(page).toContain('Practice A81001');
      const earlier = await pageOf(member, '/practices/A81001?known-at=2023-12-01');
      expect(earlier).not.toContain('a withdrawal');
    }
    expect(await pageOf(PEOPLE.analyst, '/practices/A81001')).not.toContain('Say so in your own');
    const [entry] = await web.deps.audit.of(web.deps.now().slice(0, 7));
    expect(entry).toMatchObject({ did: 'remarked', what: 'A81001', icb: 'QHM' });
  });

  test.each([
    { text: '', says: 'Write your remark' },
    { text: 'seen by the patient 943 476 5919', says: 'patient data' },
    { text: 'x'.repeat(1_001), says: 'at most 1,000 characters' },
  ])('that cannot be kept is refused at the field: $says', async ({ text, says }) => {
    const answer = await say(PEOPLE.pcn, 'A81002', text);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(says);
    expect(page).toContain('href="#text"');
    expect(page).toContain('<details class="nhsuk-details" open');
  });

  test.each([
    [PEOPLE.practice, 'B81001'],
    [PEOPLE.practice, 'A81002'],
    [PEOPLE.analyst, 'A81001'],
    [PEOPLE.commissioner, 'A81001'],
  ] as const)('is not for $name at %s', async (member, code) => {
    expect((await say(member, code, 'x')).status).toBe(404);
  });
});

describe('what one file says of a practice', () => {
  const PATH = '/practices/A81002/sources/extract-of-counts';

  test('can be read by who may not open the whole file, with its hash, and without counts of people', async () => {
    const proof = await pageOf(PEOPLE.pcn, '/practices/A81002');
    expect(proof).toContain('href="/practices/A81002/sources/');
    for (const path of [PATH, `/api/v1${PATH}`, `${PATH}?format=csv`]) {
      const text = await pageOf(PEOPLE.pcn, path);
      expect(text).toContain('Online accounts');
      expect(text).toContain('[c]');
      expect(text).not.toMatch(/4,?321|1,?234\b/);
    }
    const page = await pageOf(PEOPLE.analyst, PATH);
    expect(page).toContain('System supplier');
    expect(page).toMatch(/[0-9a-f]{64}/);
    expect(page).toContain('Default access');
  });

  test.each([
    // Nothing of A81001 is in that file.
    '/practices/A81001/sources/extract-of-counts',
    '/practices/A81002/sources/nothing',
    `${PATH}?known-at=2022-01-01`,
  ])('%s is not there', async (path) => {
    expect((await web.ask(PEOPLE.analyst, path)).status).toBe(404);
  });
});
