import AxeBuilder from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROUTES } from '../../functions/web/routes.ts';
import { PEOPLE } from '../functions/web/small-web.ts';
import { launchChromium } from './chromium.ts';
import { type Running, startRunning } from './running.ts';
import { signedIn } from './sign-in.ts';

const browser: Browser | null = await launchChromium();
const NONE = 'there is no Chromium here: npm brings one on Linux x64, elsewhere Chrome is used';

/** Every page there is, by who comes to it; `{upload}` and `{episode}` are filled in. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  practice: [
    '/',
    '/practices/A81001',
    '/uploads',
    '/uploads/new',
    '/uploads/check',
    '/templates',
    '/glossary',
    '/accessibility',
    '/cookies',
    '/api',
  ],
  pcn: ['/', '/practices', '/practices/A81002'],
  analyst: [
    '/coverage',
    '/coverage?by=pcn&of=icb:QHM',
    '/practices?sort=patients&order=descending',
    '/practices?search=nothing+like+it',
    '/practices/A81003',
    '/practices/A81003/sources/supplier-2023-11-27',
    '/practices/A81004?valid-at=2022-12-01&rules-at=2022-11-01',
    '/moved',
    '/moved/practices',
    '/compare',
    '/contradictions',
    '/trend',
    '/forecast',
    '/releases',
    '/releases/2023-12-04',
    '/reviews',
    '/uploads/{upload}',
    '/rules',
  ],
  commissioner: ['/alerts', '/alerts/{episode}', '/subscriptions', '/subscriptions/new', '/digest'],
  nationalOfficer: ['/chain', '/audit', '/dpias', '/releases'],
};
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** By how much a page is wider than its window; a script of the page's, as text. */
const WIDER = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** What html-validate would have otherwise is the NHS.UK components' own choice. */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'no-redundant-role': 'off',
    'no-implicit-button-type': 'off',
    'long-title': 'off',
    'prefer-native-element': 'off',
    'no-inline-style': 'error',
  },
});

let running: Running;
beforeAll(async () => {
  running = await startRunning();
});
afterAll(async () => {
  await running.close();
  await browser?.close();
});

test('every page of the service is among those that are tried', () => {
  const tried = new Set(
    Object.values(PAGES)
      .flat()
      .map((path) => path.split('?')[0]!),
  );
  const isTried = (path: string) =>
    [...tried].some((one) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`).test(one));
  const pages = ROUTES.filter(({ is }) => is === 'reading').map(({ route }) => route.path);
  expect(pages.filter((path) => !isTried(path) && path !== '/subscriptions/:subscription')).toEqual(
    [],
  );
});

describe.skipIf(browser === null).each(Object.keys(PAGES))(
  `the pages of %s (skipped where ${NONE})`,
  (who) => {
    const member = PEOPLE[who as keyof typeof PEOPLE];
    const paths = () =>
      PAGES[who]!.map((path) =>
        path.replace('{upload}', running.upload).replace('{episode}', running.episode),
      );

    test('are accessible, valid, quiet and whole at desktop width and at 320 px (which is 400% of 1280)', async () => {
      const { address } = running;
      for (const width of [1280, 320]) {
        const { page, context, complaints } = await signedIn(browser!, { address, member, width });
        for (const path of paths()) {
          const answer = await page.goto(`${address}${path}`);
          expect({ path, status: answer!.status() }).toEqual({ path, status: 200 });
          const axe = new AxeBuilder({ page });
          // Narrow, what can differ is how things lie beside each other: the rest was looked at wide.
          const { violations } = await (width === 320
            ? axe.withRules(['target-size', 'scrollable-region-focusable', 'region'])
            : axe.withTags(TAGS)
          ).analyze();
          const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
          expect({ path, width, found }).toEqual({ path, width, found: [] });
          const wide = await page.evaluate<number>(WIDER);
          expect({ path, width, wide }).toEqual({ path, width, wide: 0 });
          if (width === 320) continue;
          const report = await validator.validateString(await answer!.text());
          const wrong = report.results.flatMap(({ messages }) =>
            messages.map(({ ruleId, message, line }) => `${ruleId} (${line}): ${message}`),
          );
          expect({ path, wrong }).toEqual({ path, wrong: [] });
        }
        expect(complaints).toEqual([]);
        await context.close();
      }
    }, 120_000);

    test('lead to no dead end', async () => {
      const { address } = running;
      const { page, context } = await signedIn(browser!, { address, member });
      const seen = new Set<string>();
      for (const path of paths()) {
        await page.goto(`${address}${path}`);
        const links = await page.$$eval('a[href]', (all) =>
          all.map((a) => (a as unknown as { href: string }).href),
        );
        for (const link of links) {
          const url = new URL(link);
          if (url.origin !== address || seen.has(url.pathname + url.search)) continue;
          seen.add(url.pathname + url.search);
          const { status } = await context.request
            .get(`${address}${url.pathname}${url.search}`)
            .then((answer) => ({ status: answer.status() }));
          expect({ from: path, to: url.pathname + url.search, status }).toEqual({
            from: path,
            to: url.pathname + url.search,
            status: 200,
          });
        }
      }
      await context.close();
    }, 120_000);
  },
);
