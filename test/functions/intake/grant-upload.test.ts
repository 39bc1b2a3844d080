import { beforeEach, describe, expect, test } from 'vitest';
import { type GrantAnswer, grantUpload } from '../../../functions/intake/grant-upload.ts';
import { instant } from '../../../shared/calendar/day.ts';
import type { Announcement } from '../../../shared/intake/receipt/receipt.ts';
import type { GrantConditions } from '../../../shared/store/ports.ts';

/** An NHS number has the form of a code. */
const NUMBER = ['943', '476', '5919'].join('');
const REQUEST = {
  sender: { role: 'icb', org: 'QHM' },
  fileName: 'tracker.csv',
  contentType: 'text/csv',
};

/** A grant step over lists: what was announced, and what was granted, in the order of doing. */
function step() {
  const announced: Announcement[] = [];
  const granted: GrantConditions[] = [];
  const ids = ['id-1', 'id-2', 'id-3'];
  const grant = grantUpload({
    work: {
      async announce(upload) {
        announced.push(upload);
        return 'announced';
      },
    },
    quarantine: {
      async uploadGrant(conditions) {
        expect(announced.map(({ uploadId }) => uploadId)).toContain(conditions.uploadId);
        granted.push(conditions);
        return { url: 'https://quarantine.example/', fields: { key: conditions.uploadId } };
      },
    },
    newId: () => ids.shift()!,
    now: () => instant('2023-06-30T23:30:00Z'),
  });
  return { announced, granted, grant };
}

let at: ReturnType<typeof step>;
beforeEach(() => {
  at = step();
});

describe('a grant', () => {
  test('announces the upload first, without what only the file can tell', async () => {
    const about = { practice: 'A81001', document: 'letter' };
    await at.grant({ ...REQUEST, about, asAt: '2023-06-01' });
    expect(at.announced).toEqual([
      {
        uploadId: 'id-1',
        sha256: null,
        receivedAt: null,
        fileName: 'tracker.csv',
        sender: { role: 'icb', org: 'QHM' },
        asAt: '2023-06-01',
        about,
      },
    ]);
  });

  test('gives a form for that upload, that type, 20 MB and five minutes', async () => {
    expect(await at.grant(REQUEST)).toEqual({
      uploadId: 'id-1',
      grant: { url: 'https://quarantine.example/', fields: { key: 'id-1' } },
    });
    expect(at.granted).toEqual([
      { uploadId: 'id-1', contentType: 'text/csv', mostBytes: 20_971_520, seconds: 300 },
    ]);
  });

  test('is a new upload each time', async () => {
    const answers = [await at.grant(REQUEST), await at.grant(REQUEST)];
    expect(answers).toMatchObject([{ uploadId: 'id-1' }, { uploadId: 'id-2' }]);
  });

  test.each([
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/pdf',
  ])('is given for %s', async (contentType) => {
    await at.grant({ ...REQUEST, contentType });
    expect(at.granted[0]).toMatchObject({ contentType });
  });

  test('is given for a file of today, by the calendar in London', async () => {
    expect(await at.grant({ ...REQUEST, asAt: '2023-07-01' })).toMatchObject({ uploadId: 'id-1' });
  });

  test('withholds a file name that holds patient data', async () => {
    const fileName = `letter ${['943', '476', '5919'].join(' ')}.csv`;
    const answer = await at.grant({ ...REQUEST, fileName });
    expect(at.announced[0]).toMatchObject({ fileName: '(withheld)' });
    expect(JSON.stringify([at.announced, answer])).not.toContain('5919');
  });
});

describe('no grant, and nothing announced, for', () => {
  const nameless = { sender: REQUEST.sender, contentType: 'text/csv' };
  test.each([
    ['nothing', undefined, /expected object/],
    ['no sender', { ...REQUEST, sender: undefined }, /^sender: /],
    ['a role that there is not', { ...REQUEST, sender: { role: 'admin' } }, /^sender\.role: /],
    ['a sender in free text', { ...REQUEST, sender: { role: 'icb', org: 'Jo Smith' } }, /QHM/],
    ['a patient for a sender', { ...REQUEST, sender: { role: 'icb', org: NUMBER } }, /QHM/],
    ['no file name', nameless, /^fileName: /],
    ['an empty file name', { ...REQUEST, fileName: '' }, /for example tracker\.xlsx/],
    ['a path', { ...REQUEST, fileName: 'C:\\Users\\jo\\a.csv' }, /the name alone/],
    ['a file name of several lines', { ...REQUEST, fileName: 'a\nb.csv' }, /the name alone/],
    ['a page', { ...REQUEST, contentType: 'text/html' }, /^contentType: /],
    ['an old workbook', { ...REQUEST, contentType: 'application/vnd.ms-excel' }, /^contentType: /],
    ['no day', { ...REQUEST, asAt: '01/06/2023' }, /asAt: .*2023-12-04/],
    ['a day to come', { ...REQUEST, asAt: '2023-07-02' }, /asAt: .*a day to come/],
    ['no practice', { ...REQUEST, about: { practice: 'x', document: null } }, /^about\.practice: /],
    ['a field of its own', { ...REQUEST, patient: 'Jo Smith' }, /a field that is not known/],
  ])('%s', async (_, request, why) => {
    const answer = (await at.grant(request)) as Extract<GrantAnswer, { refused: unknown }>;
    expect(answer.refused).toHaveLength(1);
    expect(answer.refused[0]).toMatch(why);
    expect(answer.refused[0]).not.toMatch(/smith|patient|Users|admin/i);
    expect([at.announced, at.granted]).toEqual([[], []]);
  });
});
