import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PEOPLE } from '../small-web.ts';
import { type AlertWeb, alertWeb, textOf } from './alert-web.ts';

let web: AlertWeb;
beforeAll(async () => {
  web = await alertWeb();
});
afterAll(() => web.close());

async function practicesFor(member: (typeof PEOPLE)[keyof typeof PEOPLE], path = '/alerts') {
  const { tables } = await web.api(member, path);
  return tables['alerts']!.rows.map((row) => row['practice_code']);
}

describe('the list of open alerts', () => {
  it.each([
    { who: 'a commissioner', member: PEOPLE.commissioner, sees: ['A81001', 'A81004'] },
    { who: 'an analyst of the ICB', member: PEOPLE.analyst, sees: ['A81001', 'A81004'] },
    { who: 'NHS England', member: PEOPLE.national, sees: ['A81001', 'A81004'] },
    { who: 'the practice itself', member: PEOPLE.practice, sees: ['A81001'] },
    { who: 'the manager of its PCN', member: PEOPLE.pcn, sees: ['A81001'] },
    { who: 'a practice elsewhere', member: PEOPLE.otherPractice, sees: [] },
    { who: 'an analyst of another ICB', member: PEOPLE.otherAnalyst, sees: [] },
  ])('shows $who $sees', async ({ member, sees }) => {
    expect((await practicesFor(member)).toSorted()).toEqual(sees);
    const page = await textOf(await web.ask(member, '/alerts'));
    for (const code of ['A81001', 'A81004']) expect(page.includes(code)).toBe(sees.includes(code));
  });

  it('is not there for a supplier', async () => {
    expect((await web.ask(PEOPLE.supplier, '/alerts')).status).toBe(404);
  });

  it('says how old each is, how far up the ladder, and that nobody chased', async () => {
    const page = await textOf(await web.ask(PEOPLE.commissioner, '/alerts'));
    expect(page).toContain('2 alerts are open at 2 practices, as found on 4 December 2023.');
    expect(page).toContain('5 weeks, since 30 October 2023 Week 4');
    expect(page).toContain('Not chased yet');
  });

  it.each([
    { query: 'rule=stalled', sees: 2 },
    { query: 'rule=booking-missed', sees: 0 },
    { query: 'state=snoozed', sees: 0 },
    { query: 'state=open&rule=stalled', sees: 2 },
    { query: 'icb=QHM', sees: 2 },
    { query: 'icb=qhm&rule=&state=', sees: 2 },
    { query: 'icb=QOX', sees: 0 },
    { query: 'practice=A81004', sees: 1 },
    { query: 'practice=B81001', sees: 0 },
  ])('asked with $query shows $sees', async ({ query, sees }) => {
    expect(await practicesFor(PEOPLE.national, `/alerts?${query}`)).toHaveLength(sees);
  });

  it('says what may be asked where it is asked for something else', async () => {
    const response = await web.ask(PEOPLE.national, '/alerts?rule=late');
    expect(response.status).toBe(400);
    expect(await textOf(response)).toContain('Name one of: stalled, plan-target-passed');
  });

  it('as CSV has the rows that are asked for', async () => {
    const response = await web.ask(PEOPLE.commissioner, '/alerts?format=csv&rule=stalled');
    const [head, ...lines] = (await response.text()).trim().split('\n');
    expect(head).toContain('episode,practice_code,practice_name,icb_code,rule,state,because');
    expect(lines).toHaveLength(2);
  });

  it('says that nobody has looked where no run has been', async () => {
    const fresh = await alertWeb({ runs: [] });
    try {
      const page = await textOf(await fresh.ask(PEOPLE.commissioner, '/alerts'));
      expect(page).toContain('Nobody has looked for alerts yet.');
    } finally {
      await fresh.close();
    }
  });
});
