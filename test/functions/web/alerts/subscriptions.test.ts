import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { subscriptionOf } from '../../../shared/alert/deliveries.ts';
import { PEOPLE } from '../small-web.ts';
import { type AlertWeb, alertWeb, textOf } from './alert-web.ts';

let web: AlertWeb;
beforeAll(async () => {
  web = await alertWeb({ runs: [] });
  await web.deps.subscriptions.save(subscriptionOf({ id: 'sub-here' }));
  await web.deps.subscriptions.save(
    subscriptionOf({ id: 'sub-there', scope: { type: 'icb', code: 'QOX' } }),
  );
  await web.deps.subscriptions.save(
    subscriptionOf({
      id: 'sub-both',
      scope: { type: 'practices', codes: ['A81001', 'B81001'] as never },
    }),
  );
  await web.deps.subscriptions.save(
    subscriptionOf({ id: 'sub-pcn', scope: { type: 'pcn', code: 'U12345' } }),
  );
});
afterAll(() => web.close());

const add = (
  form: Record<string, string>,
  member = PEOPLE.commissioner as typeof PEOPLE.national | typeof PEOPLE.commissioner,
) => web.ask(member, '/subscriptions', { form });

describe('subscriptions', () => {
  it.each([
    { member: PEOPLE.commissioner, sees: ['sub-here', 'sub-pcn'] },
    { member: PEOPLE.otherAnalyst, sees: ['sub-there'] },
    { member: PEOPLE.national, sees: ['sub-both', 'sub-here', 'sub-pcn', 'sub-there'] },
  ])('of $member.name are $sees', async ({ member, sees }) => {
    const { tables } = await web.api(member, '/subscriptions');
    expect(tables['subscriptions']!.rows.map((row) => row['subscription'])).toEqual(sees);
    const all = ['sub-both', 'sub-here', 'sub-pcn', 'sub-there'];
    const statuses = await Promise.all(
      all.map(async (id) => (await web.ask(member, `/subscriptions/${id}`)).status),
    );
    expect(statuses).toEqual(all.map((id) => (sees.includes(id) ? 200 : 404)));
  });

  it.each([PEOPLE.practice, PEOPLE.pcn, PEOPLE.supplier, PEOPLE.officer])(
    'are not there for $name',
    async (member) => {
      for (const path of ['/subscriptions', '/subscriptions/new', '/subscriptions/sub-here']) {
        expect((await web.ask(member, path)).status).toBe(404);
      }
      const form = { about: 'icb', codes: 'QHM', to: 'team@icb.example' };
      expect((await web.ask(member, '/subscriptions', { form })).status).toBe(404);
    },
  );

  it('one by email is added with its paces, listed and in the audit', async () => {
    const response = await add({
      to: 'team@icb.example',
      about: 'icb',
      codes: 'qhm',
      'pace-stalled': 'immediate',
      quiet: 'yes',
    });
    const [, id] = /^\/subscriptions\/(sub-[0-9a-f]{8})\?done=added$/.exec(
      response.headers.get('location')!,
    )!;
    expect(await web.deps.subscriptions.of(id!)).toMatchObject({
      channel: { type: 'email', to: 'team@icb.example' },
      scope: { type: 'icb', code: 'QHM' },
      since: '2023-12-04',
      saysNothingNew: false,
      paces: { stalled: 'immediate', contradiction: 'weekly' },
    });
    const [entry] = await web.deps.audit.of('2023-12');
    expect(entry).toMatchObject({ did: 'subscribed', what: id, icb: 'QHM' });
  });

  it('a webhook’s secret is shown this once, and by nothing afterwards', async () => {
    const page = await (
      await add({ to: 'https://example.nhs.uk/alerts', about: 'practice', codes: 'A81002' })
    ).text();
    const secret = /whsec_[A-Za-z0-9+/=]+/.exec(page)![0];
    const [, id] = /subscriptions\/(sub-[0-9a-f]{8})/.exec(page)!;
    const saved = await web.deps.subscriptions.of(id!);
    expect(saved).toMatchObject({ audience: 'practice', channel: { type: 'webhook', secret } });
    for (const path of ['/subscriptions', `/subscriptions/${id}`, `/api/v1/subscriptions/${id}`]) {
      const text = await (await web.ask(PEOPLE.commissioner, path)).text();
      expect(text).not.toContain(secret);
      expect(text).not.toContain(saved!.token);
    }
  });

  it('mail that somebody marked as unwanted is taken back by no subscriber', async () => {
    await web.deps.subscriptions.save(
      subscriptionOf({ id: 'sub-unwanted', channel: { type: 'email', to: 'no@icb.example' } }),
    );
    await web.deps.subscriptions.suppress('no@icb.example', {
      why: 'complaint',
      at: '2023-12-04T18:00:00.000Z' as never,
    });
    const answer = await web.ask(PEOPLE.commissioner, '/subscriptions/sub-unwanted/works', {
      form: {},
    });
    expect(answer.status).toBe(422);
    expect((await web.deps.subscriptions.suppressed()).has('no@icb.example')).toBe(true);
  });

  it('an address whose mail came back takes mail again once somebody says so', async () => {
    const path = '/subscriptions/sub-here';
    const { channel } = (await web.deps.subscriptions.of('sub-here'))!;
    const address = channel.type === 'email' ? channel.to : '';
    await web.deps.subscriptions.suppress(address, {
      why: 'bounce',
      at: '2023-12-04T18:00:00.000Z' as never,
    });
    const button = 'The address works again';
    expect(await (await web.ask(PEOPLE.commissioner, path)).text()).toContain(button);
    const answer = await web.ask(PEOPLE.commissioner, `${path}/works`, { form: {} });
    expect(answer.headers.get('location')).toBe(`${path}?done=works`);
    expect((await web.deps.subscriptions.suppressed()).has(address)).toBe(false);
    expect(await (await web.ask(PEOPLE.commissioner, path)).text()).not.toContain(button);
    const entry = (await web.deps.audit.of('2023-12')).find(
      ({ did }) => did === 'released-address',
    );
    expect(entry).toMatchObject({ what: 'sub-here', icb: 'QHM' });
  });

  it.each([
    {
      why: 'another ICB',
      form: { codes: 'QOX' },
      field: 'codes',
      says: 'This is no place of yours.',
    },
    {
      why: 'a practice elsewhere',
      form: { about: 'practice', codes: 'B81001' },
      field: 'codes',
      says: 'This is no place of yours.',
    },
    {
      why: 'practices of two ICBs',
      form: { about: 'practices', codes: 'A81001, B81001' },
      field: 'codes',
      says: 'This is no place of yours.',
    },
    {
      why: 'a PCN that nobody knows',
      form: { about: 'pcn', codes: 'U99999' },
      field: 'codes',
      says: 'This is no place of yours.',
    },
    { why: 'no code', form: { codes: '' }, field: 'codes', says: 'Write the code of the place' },
    { why: 'no address', form: { to: 'team' }, field: 'to', says: 'is no e-mail address' },
    {
      why: 'an address inside',
      form: { to: 'https://10.0.0.1/x' },
      field: 'to',
      says: 'it leads into a private network',
    },
    { why: 'no choice', form: { about: '' }, field: 'about', says: 'Choose what it is about' },
  ])('about $why are refused at the field', async ({ form, field, says }) => {
    const before = (await web.deps.subscriptions.all()).length;
    const response = await add({ to: 'team@icb.example', about: 'icb', codes: 'QHM', ...form });
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toContain(`href="#${field}"`);
    expect(html).toContain(says);
    expect(await web.deps.subscriptions.all()).toHaveLength(before);
  });

  it('are changed, ended, and then changed no more', async () => {
    const path = '/subscriptions/sub-here';
    const changed = await web.ask(PEOPLE.commissioner, `${path}/change`, {
      form: { 'pace-contradiction': 'none' },
    });
    expect(changed.headers.get('location')).toBe(`${path}?done=changed`);
    expect((await web.deps.subscriptions.of('sub-here'))!.paces).toMatchObject({
      contradiction: 'none',
      stalled: 'weekly',
    });
    const ended = await web.ask(PEOPLE.commissioner, `${path}/end`, { form: { sure: 'yes' } });
    expect(ended.headers.get('location')).toBe('/subscriptions?done=ended');
    expect((await web.deps.subscriptions.of('sub-here'))!.endedOn).toBe('2023-12-04');
    const late = await web.ask(PEOPLE.commissioner, `${path}/change`, {
      form: { 'pace-stalled': 'none' },
    });
    expect(late.status).toBe(422);
    expect(await textOf(late)).toContain('This subscription has ended. Add a new one instead.');
    const dids = (await web.deps.audit.of('2023-12')).map(({ did }) => did);
    expect(dids.slice(0, 2)).toEqual(['ended-subscription', 'changed-subscription']);
  });

  it('of another ICB are neither changed nor ended', async () => {
    for (const act of ['change', 'end']) {
      const tried = await web.ask(PEOPLE.commissioner, `/subscriptions/sub-there/${act}`, {
        form: { 'pace-stalled': 'none' },
      });
      expect(tried.status).toBe(404);
    }
    expect(await web.deps.subscriptions.of('sub-there')).toMatchObject({
      endedOn: null,
      paces: { stalled: 'weekly' },
    });
  });
});
