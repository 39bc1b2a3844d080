import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Member } from '../../../shared/access/member.ts';
import { instant } from '../../../shared/calendar/day.ts';
import { extract, listing, listSize, membership } from '../../shared/builders.ts';
import { PEOPLE, SMALL, type SmallWeb, smallWeb } from './small-web.ts';

/** At QHM until it moved to QOX on 1 June 2023, with its PCN. */
const LEFT = 'A81009';
/** The other way round. */
const CAME = 'B81009';
const QHM = { icb: 'QHM', subIcb: '16C', pcn: 'U12345' };
const QOX = { icb: 'QOX', subIcb: '11E', pcn: 'U54321' };
const at = (code: string, { icb, subIcb, pcn }: typeof QHM, asAt: string) => [
  listing({ code, icb, subIcb, asAt }),
  membership({ code, icb, subIcb, pcn, asAt }),
];
const OWNER: Member = {
  ...PEOPLE.practice,
  subject: 'left',
  scope: { type: 'practices', codes: [LEFT as never] },
};
const WORDS = 'Said at our new ICB';

let web: SmallWeb;
beforeAll(async () => {
  web = await smallWeb([
    ...SMALL,
    ...[...at(LEFT, QHM, '2022-06-01'), ...at(LEFT, QOX, '2023-06-01'), listSize({ code: LEFT })],
    ...[...at(CAME, QOX, '2022-06-01'), ...at(CAME, QHM, '2023-06-01'), listSize({ code: CAME })],
    ...extract({ code: CAME, asAt: '2023-01-30', on: true, since: '2023-01-09' }),
    ...extract({ code: CAME, asAt: '2023-11-27', on: true, since: '2023-01-09' }),
    ...extract({ code: LEFT, asAt: '2023-11-27', on: true, since: '2023-10-02' }),
    ...[listing({ code: 'B81008', icb: 'QOX' }), listSize({ code: 'B81008', patients: 4_321 })],
    membership({ code: 'B81008', ...QOX, supplier: 'Medicus' }),
    ...[listing({ code: 'A81008' }), listSize({ code: 'A81008', patients: 1_000 })],
    membership({ code: 'A81008', ...QHM, supplier: 'Medicus' }),
  ]);
  await web.ask(OWNER, `/practices/${LEFT}/remark`, { form: { text: WORDS } });
});
afterAll(() => web.close());

const api = async (member: Member, path: string) => {
  const answer = await web.ask(member, `/api/v1${path}`);
  return { status: answer.status, text: await answer.text() };
};

describe('a practice that has left its ICB', () => {
  test.each([PEOPLE.analyst, PEOPLE.pcn])('is seen by $name as it was known then', async (who) => {
    expect((await api(who, `/practices/${LEFT}`)).status).toBe(404);
    const then = await api(who, `/practices/${LEFT}?valid-at=2022-12-01`);
    expect(then.status).toBe(200);
    expect(then.text).not.toContain(WORDS);
    expect(then.text).not.toContain('2023-11-27');
    const source = `/practices/${LEFT}/sources/supplier-2023-11-27`;
    expect((await api(who, `${source}?valid-at=2022-12-01`)).status).toBe(404);
    const eve = await api(who, `/practices/${LEFT}?valid-at=2023-05-31`);
    const { status, nextChange } = JSON.parse(eve.text).says.decision;
    expect([status, nextChange?.status]).not.toContain('live');
    expect((await api(PEOPLE.otherAnalyst, source)).status).toBe(200);
  });

  test('is told of among those that moved as one that went, and not of what it did since', async () => {
    const path = '/moved/practices?from=2023-05-29&to=2023-12-04';
    const { tables } = JSON.parse((await api(PEOPLE.analyst, path)).text);
    const rows: Record<string, unknown>[] = tables.moved.rows;
    const of = (code: string) => rows.filter((row) => row['practice_code'] === code);
    expect(of(LEFT)).toMatchObject([
      { cause: 'transfer', to_status: null, because: 'It went to another place.' },
    ]);
    expect(of(CAME)).toMatchObject([
      { cause: 'transfer', from_status: null, because: 'It came from another place.' },
    ]);
  });
});

test.each(['sub-icb:11E', 'pcn:U54321'])(
  'what one did at %s before it came has no trend and no forecast here',
  async (of) => {
    expect((await api(PEOPLE.analyst, `/trend?of=${of}`)).status).toBe(404);
    const { text } = await api(PEOPLE.analyst, '/forecast?by=sub-icb&target=50');
    expect(text).not.toContain('11E');
  },
);

test.each([PEOPLE.supplier, PEOPLE.practice, PEOPLE.analyst])(
  'a cut that may be one practice elsewhere is not for $name',
  async (member) => {
    for (const cut of ['of=icb:QOX&by=supplier', 'of=supplier:Medicus&by=icb']) {
      const { text } = await api(member, `/coverage?${cut}`);
      expect(text).not.toContain('4321');
    }
    const { text } = await api(PEOPLE.otherAnalyst, '/coverage?of=icb:QOX&by=supplier');
    expect(text).toContain('4321');
  },
);

test('a table of which only one practice’s rows were new is not that practice’s to open', async () => {
  const file = (online: number) =>
    new TextEncoder().encode(
      'practice_code,system_supplier,extract_date,default_access,default_access_date,online_accounts,accounts_with_access\n' +
        `A81001,EMIS,28/11/2023,off,,${online},5\nB81001,EMIS,28/11/2023,on,04/09/2023,777,555\n`,
    );
  const send = (bytes: Uint8Array, receivedAt: string) =>
    web.machine.handIn({
      bytes,
      fileName: 'extract.csv',
      sender: { role: 'supplier', org: 'EMIS' },
      receivedAt: instant(receivedAt),
      asAt: null,
    });
  await send(file(900), '2023-11-29T09:00:00.000Z');
  const { uploadId } = await send(file(901), '2023-11-30T09:00:00.000Z');
  await web.machine.settle();
  for (const member of [PEOPLE.practice, PEOPLE.pcn, PEOPLE.analyst]) {
    for (const path of [`/uploads/${uploadId}`, `/uploads/${uploadId}/original`]) {
      expect((await web.ask(member, path)).status).toBe(404);
    }
    expect(await (await web.ask(member, '/uploads')).text()).not.toContain(uploadId);
  }
  expect((await web.ask(PEOPLE.supplier, `/uploads/${uploadId}/original`)).status).toBe(200);
  expect((await web.ask(PEOPLE.practice, `/practices/A81001/sources/${uploadId}`)).status).toBe(
    200,
  );
});

test('the digest of all that is known is given away under no clocks', async () => {
  for (const query of ['', '?valid-at=2022-07-01', '?known-at=2023-01-01']) {
    const { text } = await api(PEOPLE.pcn, `/practices/A81002${query}`);
    expect(text).toContain('"digest":"[c]"');
  }
});

test.each(['constructor', '__proto__', 'toString'])('done=%s says nothing', async (word) => {
  for (const path of ['/subscriptions', '/practices/A81003']) {
    expect((await web.ask(PEOPLE.analyst, `${path}?done=${word}`)).status).toBe(200);
  }
});

test.each(['..%2Fx', '%00', 'a:b'])('a source called %s is none', async (upload) => {
  const answer = await web.ask(PEOPLE.analyst, `/practices/A81003/sources/${upload}`);
  expect([400, 404]).toContain(answer.status);
});
