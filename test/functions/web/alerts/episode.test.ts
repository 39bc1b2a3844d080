import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { momentOfAct } from '../../../../functions/web/alerts/episode-answer.ts';
import type { Member } from '../../../../shared/access/member.ts';
import type { Episode } from '../../../../shared/alert/episode.ts';
import { day, instant } from '../../../../shared/calendar/day.ts';
import { extract } from '../../../shared/builders.ts';
import { ON, PEOPLE, SMALL } from '../small-web.ts';
import { type AlertWeb, alertWeb, textOf } from './alert-web.ts';

let web: AlertWeb;
beforeAll(async () => {
  web = await alertWeb();
});
afterAll(() => web.close());

const ID = 'A81001-stalled-1';
const PATH = `/alerts/${ID}`;
const actsOf = async (id: string) => (await web.deps.episodes.of(id))!.acts;

describe('the page of an alert', () => {
  it('says what was found, what would close it, and by which facts and rules', async () => {
    const response = await web.ask(PEOPLE.commissioner, PATH);
    const page = await textOf(response);
    expect(page).toContain('No progress');
    expect(page).toContain('The practice is paused by letter.');
    expect(page).toContain('A complete plan with a date to come, a booked switch-on');
    expect(page).toContain('Letter to EMIS, sent on 1 December 2022');
    expect(page).toContain('threshold-weeks-without-progress');
    expect(page).toContain('Reached on 27 November 2023');
  });

  it.each([
    { who: 'the practice', member: PEOPLE.practice, path: PATH },
    { who: 'an information-governance officer', member: PEOPLE.officer, path: PATH },
    { who: 'an analyst', member: PEOPLE.analyst, path: PATH },
  ])('shows $who no form, and takes none of theirs', async ({ member, path }) => {
    expect(await (await web.ask(member, path)).text()).not.toContain(
      '<form method="post" action="/alerts',
    );
    const tried = await web.ask(member, `${path}/assign`, { form: { to: 'Me' } });
    expect(tried.status).toBe(404);
    expect((await actsOf(ID)).some(({ act }) => act === 'assigned')).toBe(false);
  });

  it('is for those of another place the same as one that is not there', async () => {
    const [theirs, none] = await Promise.all([
      web.ask(PEOPLE.otherAnalyst, PATH),
      web.ask(PEOPLE.otherAnalyst, '/alerts/A81001-stalled-9'),
    ]);
    expect([theirs.status, none.status]).toEqual([404, 404]);
    expect(await theirs.text()).toBe(await none.text());
  });
});

describe('what a commissioner does about an alert', () => {
  const OTHER = 'A81004-stalled-1';
  it.each([
    {
      act: 'chase',
      form: { how: 'telephone', on: '2023-12-01', note: 'Rang' },
      done: 'chased',
      shows: 'By telephone on 1 December 2023: Rang',
    },
    {
      act: 'acknowledge',
      form: { note: '' },
      done: 'acknowledged',
      shows: 'What Acknowledged Who Colin Commissioner Details No note',
    },
    { act: 'assign', form: { to: 'Team two' }, done: 'assigned', shows: 'Assigned to Team two' },
    {
      act: 'snooze',
      form: { until: '2023-12-18', reason: 'A visit is booked' },
      done: 'snoozed',
      shows: 'Until 18 December 2023: A visit is booked',
    },
  ])(
    '$act: is kept under their name, shown, and in the audit',
    async ({ act, form, done, shows }) => {
      const response = await web.ask(PEOPLE.commissioner, `/alerts/${OTHER}/${act}`, { form });
      expect([response.status, response.headers.get('location')]).toEqual([
        303,
        `/alerts/${OTHER}?done=${done}`,
      ]);
      expect((await actsOf(OTHER)).at(-1)).toMatchObject({ act: done, by: 'Colin Commissioner' });
      expect(await textOf(await web.ask(PEOPLE.analyst, `/alerts/${OTHER}`))).toContain(shows);
      const [entry] = await web.deps.audit.of(ON.slice(0, 7));
      expect(entry).toMatchObject({
        did: done,
        what: OTHER,
        icb: 'QHM',
        name: 'Colin Commissioner',
      });
    },
  );

  it('is not told to the practice', async () => {
    const officeOfIt: Member = {
      ...PEOPLE.practice,
      subject: 'A81004',
      scope: { type: 'practices', codes: ['A81004' as never] },
    };
    const page = await textOf(await web.ask(officeOfIt, `/alerts/${OTHER}`));
    expect(page).toContain('A81004');
    expect(page).not.toMatch(/Rang|Team two|A visit is booked|Snoozed/);
    const list = await web.api(officeOfIt, '/alerts');
    expect(Object.keys(list.tables['alerts']!.rows[0]!)).not.toContain('assigned_to');
    expect(list.tables['alerts']!.rows[0]!['state']).toBe('Open');
  });

  it.each([
    {
      act: 'snooze',
      form: { until: ON, reason: 'Soon' },
      field: 'until',
      says: '4 December 2023 is not after 4 December 2023. Snooze until a day from 5 December 2023',
    },
    {
      act: 'snooze',
      form: { until: '2024-01-01', reason: ' ' },
      field: 'reason',
      says: 'Write why it is to be quiet',
    },
    {
      act: 'snooze',
      form: { until: 'soon', reason: 'x' },
      field: 'until',
      says: 'Write a day as 2023-12-04',
    },
    { act: 'chase', form: { on: ON }, field: 'how', says: 'Choose how the practice was chased' },
    {
      act: 'chase',
      form: { how: 'visit', on: '2023-12-05' },
      field: 'on',
      says: '5 December 2023 has not come yet.',
    },
    {
      act: 'chase',
      form: { how: 'visit', note: 'NHS number 943 476 5919' },
      field: 'note',
      says: 'seems to hold patient data',
    },
    {
      act: 'acknowledge',
      form: { note: 'x'.repeat(501) },
      field: 'note',
      says: 'Keep it to 500 characters',
    },
    { act: 'assign', form: {}, field: 'to', says: 'Write a person or team' },
  ])(
    '$act of $form is refused at its field, and nothing is kept',
    async ({ act, form, field, says }) => {
      const before = await actsOf(ID);
      const response = await web.ask(PEOPLE.commissioner, `${PATH}/${act}`, { form });
      expect(response.status).toBe(422);
      const html = await response.text();
      expect(html).toContain(`href="#${field}"`);
      expect(html).toContain(`id="${field}"`);
      expect(html).toContain(says);
      expect(await actsOf(ID)).toEqual(before);
    },
  );

  it('is the same by the API', async () => {
    const path = `/api/v1${PATH}/chase`;
    const good = await web.ask(PEOPLE.commissioner, path, { json: { how: 'email' } });
    expect(await good.json()).toEqual({ episode: ID, done: 'chased' });
    expect((await actsOf(ID)).at(-1)).toMatchObject({ act: 'chased', on: ON, note: null });
    const bad = await web.ask(PEOPLE.commissioner, path, { json: { how: 'shouting' } });
    expect([bad.status, bad.headers.get('content-type')]).toEqual([
      422,
      'application/problem+json',
    ]);
  });
});

describe('an alert that rests on a count of people', () => {
  it('gives neither the count nor the hash of it away', async () => {
    const counts = extract({ code: 'A81003', asAt: '2023-11-28', on: true, patients104: 6123 });
    const other = await alertWeb({ runs: [ON], facts: [...SMALL, ...counts] });
    try {
      const path = '/alerts/A81003-action-plan-104-missing-1';
      const { id } = counts.find(({ kind }) => kind === 'access-counts')!;
      expect((await other.deps.episodes.of(path.slice(8)))!.alert.proof.facts).toContain(id);
      const answers = [path, `/api/v1${path}`, `${path}?format=csv`];
      for (const asked of answers) {
        const response = await other.ask(PEOPLE.commissioner, asked);
        const text = await response.text();
        expect(response.status).toBe(200);
        expect(text).toContain('gives the accounts and codes behind it');
        expect(text).not.toContain(id.slice(0, 8));
        expect(text).not.toMatch(/6,?123/);
      }
    } finally {
      await other.close();
    }
  });
});

describe('the moment of an act', () => {
  const lastRun = { validAt: day('2023-11-27'), knownAt: instant('2023-11-27T06:00:00Z') };
  const moment = instant('2026-05-01T09:00:00Z');
  const after = (...at: string[]) =>
    ({ acts: at.map((one) => ({ at: instant(one) })) }) as unknown as Episode;

  it.each([
    { what: 'is now for real data', madeUp: false, acts: [], is: moment },
    {
      what: 'is that of the last run for made-up data',
      madeUp: true,
      acts: [],
      is: lastRun.knownAt,
    },
    {
      what: 'is after the act before',
      madeUp: true,
      acts: [lastRun.knownAt],
      is: '2023-11-27T06:00:00.001Z',
    },
    {
      what: 'is that of the last run after older acts',
      madeUp: true,
      acts: ['2023-11-20T06:00:00Z'],
      is: lastRun.knownAt,
    },
  ])('$what', ({ madeUp, acts, is }) => {
    expect(momentOfAct({ madeUp }, after(...acts), { moment, lastRun })).toBe(is);
  });
});
