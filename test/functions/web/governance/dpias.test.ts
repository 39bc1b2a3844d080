import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dpiaCsv } from '../../../../shared/coverage/dpia-csv.ts';
import { dpiaRegister } from '../../../../shared/coverage/dpia-register.ts';
import { dpia } from '../../../shared/builders.ts';
import { type AlertWeb, alertWeb, textOf } from '../alerts/alert-web.ts';
import { PEOPLE, SMALL } from '../small-web.ts';

const FACTS = [
  ...SMALL,
  dpia({
    code: 'A81002',
    completedOn: '2023-06-01',
    outcome: 'opt-in',
    reviewOn: '2023-11-01',
    asAt: '2023-06-02',
  }),
  dpia({ code: 'A81003', completedOn: '2023-10-02', outcome: 'automatic', asAt: '2023-10-02' }),
  dpia({ code: 'B81002', completedOn: '2023-09-01', outcome: 'automatic', asAt: '2023-09-01' }),
];

let web: AlertWeb;
beforeAll(async () => {
  web = await alertWeb({ runs: [], facts: FACTS });
});
afterAll(() => web.close());

const codes = async (member: (typeof PEOPLE)[keyof typeof PEOPLE], path = '/dpias') =>
  (await web.api(member, path)).tables['dpias']!.rows.map((row) => row['practice_code']);

describe('the register of DPIAs', () => {
  it.each([
    { who: PEOPLE.officer, sees: ['A81002', 'A81003'] },
    { who: PEOPLE.commissioner, sees: ['A81002', 'A81003'] },
    { who: PEOPLE.otherAnalyst, sees: ['B81002'] },
    { who: PEOPLE.nationalOfficer, sees: ['A81002', 'A81003', 'B81002'] },
  ])('shows $who.name $sees', async ({ who, sees }) => {
    expect(await codes(who)).toEqual(sees);
  });

  it.each([
    { who: PEOPLE.practice, path: '/dpias', is: 404 },
    { who: PEOPLE.supplier, path: '/dpias', is: 404 },
    { who: PEOPLE.officer, path: '/dpias?icb=QOX', is: 404 },
    { who: PEOPLE.nationalOfficer, path: '/dpias?icb=QOX', is: 200 },
    { who: PEOPLE.officer, path: '/dpias?show=late', is: 400 },
  ])('$path for $who.name is $is', async ({ who, path, is }) => {
    expect((await web.ask(who, path)).status).toBe(is);
  });

  it.each([
    { query: 'show=overdue', sees: ['A81002'] },
    { query: 'show=opt-in', sees: ['A81002'] },
    { query: 'show=automatic', sees: ['A81003'] },
    { query: 'valid-at=2023-07-03', sees: ['A81002'] },
    { query: 'valid-at=2023-07-03&show=overdue', sees: [] },
  ])('asked with $query shows $sees', async ({ query, sees }) => {
    expect(await codes(PEOPLE.officer, `/dpias?${query}`)).toEqual(sees);
  });

  it('as CSV is that of the command line', async () => {
    const text = await (await web.ask(PEOPLE.officer, '/dpias?format=csv')).text();
    const at = { validAt: '2023-12-04' as never, knownAt: '2023-12-04T18:00:00.000Z' as never };
    expect(text).toBe(dpiaCsv(dpiaRegister(FACTS, at, 'QHM')));
  });

  it('says what is known in words', async () => {
    const page = await textOf(await web.ask(PEOPLE.officer, '/dpias'));
    expect(page).toContain('2 practices with a DPIA.');
    expect(page).toContain('1 November 2023');
    expect(page).toContain('As at 4 December 2023, as known now, under the rules of that day.');
  });
});
