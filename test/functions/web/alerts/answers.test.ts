import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alertRoutes } from '../../../../functions/web/alerts/routes.ts';
import { governanceRoutes } from '../../../../functions/web/governance/routes.ts';
import { guidanceRoutes } from '../../../../functions/web/guidance/routes.ts';
import type { Member } from '../../../../shared/access/member.ts';
import { subscriptionOf } from '../../../shared/alert/deliveries.ts';
import { PEOPLE } from '../small-web.ts';
import { type AlertWeb, alertWeb } from './alert-web.ts';

const ROUTES = [...alertRoutes, ...governanceRoutes, ...guidanceRoutes];
const NAMED: Readonly<Record<string, string>> = {
  ':episode': 'A81001-stalled-1',
  ':subscription': 'sub-here',
};
const readings = ROUTES.flatMap((one) => (one.is === 'reading' ? [one.route] : [])).map(
  ({ path, action, answers }) => ({
    path: path.replace(/:\w+/, (name) => NAMED[name]!),
    answers,
    member: (action === 'read-audit' ? PEOPLE.nationalOfficer : PEOPLE.commissioner) as Member,
  }),
);

let web: AlertWeb;
beforeAll(async () => {
  web = await alertWeb();
  await web.deps.subscriptions.save(subscriptionOf({ id: 'sub-here' }));
});
afterAll(() => web.close());

describe('an answer', () => {
  it.each(readings)('of $path is what its schema says, and its page draws', async (one) => {
    const { says, tables } = await web.api(one.member, one.path);
    expect(one.answers.parse(says)).toEqual(says);
    const columns = Object.values(tables).flatMap(({ rows }) => rows.map(Object.keys));
    for (const keys of columns) expect(keys.length).toBeGreaterThan(1);
    const page = await (await web.ask(one.member, one.path)).text();
    expect(page.match(/<h1[ >]/g)).toHaveLength(1);
    expect(page).not.toMatch(/\[object Object\]|undefined|NaN| style=/);
  });
});
