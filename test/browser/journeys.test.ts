import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PEOPLE } from '../functions/web/small-web.ts';
import { launchChromium } from './chromium.ts';
import { keyboard, POINTER } from './hands.ts';
import { type Running, startRunning } from './running.ts';
import { signedIn } from './sign-in.ts';

const browser: Browser | null = await launchChromium();

let running: Running;
let folder: string;
beforeAll(async () => {
  running = await startRunning();
  folder = await mkdtemp(join(tmpdir(), 'rollout-files-'));
});
afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
  await browser?.close();
});

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

/** All the text of a part of the page. */
async function textOf(part: Locator): Promise<string> {
  return (await part.textContent()) ?? '';
}

const RETURN = (day: string) =>
  `practice_code,as_at_date,declared_status,plan_date,plan_lead,plan_staff_training,plan_record_review_process,plan_target_date
A81001,04/12/2023,working towards,${day},Practice manager,yes,yes,31/03/2024
A81001,31/02/2024,nonsense,,,,,
`;
/** A browser notes every page that answers 422, as one with a form to be mended does. */
const unexpected = (complaints: readonly string[]) =>
  complaints.filter((one) => !one.includes('422'));

const WAYS = [
  { how: 'with JavaScript', javaScript: true, day: '01/12/2023', handsOn: () => POINTER },
  { how: 'without JavaScript', javaScript: false, day: '02/12/2023', handsOn: () => POINTER },
  { how: 'by keyboard alone', javaScript: true, day: '03/12/2023', handsOn: keyboard },
];

describe.skipIf(browser === null).each(WAYS)('$how', ({ javaScript, day, handsOn }) => {
  async function asked(member: (typeof PEOPLE)[keyof typeof PEOPLE]) {
    const window = await signedIn(browser!, { address: running.address, member, javaScript });
    return { ...window, hands: handsOn(window.page) };
  }

  test('a practice sees its state and why, checks a file, sends it, and reads what was wrong', async () => {
    const { page, context, complaints, hands } = await asked(PEOPLE.practice);
    await hands.press(page.getByRole('link', { name: 'A81001' }));
    await page.getByRole('heading', { name: 'Why' }).waitFor();
    const text = await textOf(page.locator('main'));
    expect(text).toMatch(/Paused by letter|Working towards/);
    expect(text).toContain('The independent checker finds that the proof holds.');
    const path = await file('return.csv', RETURN(day));

    await page.goto(`${running.address}/uploads/check`);
    await hands.choose(page.getByLabel('Practice A81001'));
    await hands.choose(page.getByLabel('A table'));
    await hands.attach(page.getByLabel('The file'), path);
    await hands.press(page.getByRole('button', { name: 'Check it' }));
    await page.getByText('2 rows:').first().waitFor();
    expect(await textOf(page.locator('main'))).toMatch(
      /2 rows: 1 would be accepted.*1 would be rejected/,
    );

    await page.goto(`${running.address}/practices/A81001`);
    await hands.press(page.getByRole('button', { name: 'Send a file' }));
    // Forgotten: said above the form and at the field, and what was chosen is still chosen.
    await hands.choose(page.getByLabel('A table'));
    await hands.press(page.getByRole('button', { name: 'Continue' }));
    expect(await textOf(page.getByRole('alert'))).toContain('Choose the type of the file');
    expect(await page.getByLabel('A table').isChecked()).toBe(true);
    await hands.choose(page.getByLabel('CSV'));
    await hands.press(page.getByRole('button', { name: 'Continue' }));
    await hands.attach(page.locator('input[type=file]'), path);
    await hands.press(page.getByRole('button', { name: 'Send the file' }));
    await page.waitForURL(/\/uploads\/[0-9a-f-]{36}$/);
    for (let tries = 0; !javaScript && tries < 20; tries += 1) {
      if ((await textOf(page.locator('main'))).includes('were worked out')) break;
      await page.waitForTimeout(250);
      await page.reload();
    }
    await page.getByText('The states were worked out with it').waitFor();
    const receipt = await textOf(page.locator('main'));
    expect(receipt).toContain('2 rows: 1 accepted, 0 said before, 0 repeated, 1 rejected');
    expect(receipt).toContain('there is no 31 February 2024');
    await hands.press(page.getByRole('link', { name: 'Uploads' }).first());
    await page.waitForURL(`${running.address}/uploads`);
    expect(await textOf(page.locator('main'))).toContain('Taken in, 1 rejected');
    expect(unexpected(complaints)).toEqual([]);
    await context.close();
  });

  test('an analyst goes from England down to a practice, asks for another day, and takes the list away', async () => {
    const { page, context, complaints, hands } = await asked(PEOPLE.analyst);
    await page.goto(`${running.address}/coverage`);
    await hands.press(page.getByRole('link', { name: 'QHM' }));
    await page.getByText('Sub-ICBs, open practices').waitFor();
    await page.goto(`${running.address}/coverage`);
    const row = page.getByRole('row', { name: /^QHM/ });
    await hands.press(row.getByRole('link').nth(1));
    await page.waitForURL(/\/practices\?/);
    const downloading = page.waitForEvent('download');
    await hands.press(page.getByRole('link', { name: 'Download all of these as CSV' }));
    const csv = await readFile(await (await downloading).path(), 'utf8');
    expect(csv.split('\n')[0]).toContain('practice_code,practice_name,status');
    expect(csv).toContain('A81003');
    expect(csv).not.toContain('B81001');
    await hands.press(page.getByRole('link', { name: 'A81003' }));
    await page.getByRole('heading', { name: /A81003/ }).waitFor();
    await hands.press(page.getByText('Ask for another day'));
    await hands.write(page.getByLabel('As at'), '08/08/2023');
    await hands.press(page.getByRole('button', { name: 'Show' }));
    await page.waitForURL(/valid-at=2023-08-08/);
    expect(await textOf(page.locator('main'))).toContain('As at 8 August 2023');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('a commissioner chases a practice, and it stands there', async () => {
    const { page, context, complaints, hands } = await asked(PEOPLE.commissioner);
    await hands.press(
      page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Alerts' }),
    );
    await page.waitForURL(`${running.address}/alerts`);
    await page.goto(`${running.address}/alerts/${running.episode}`);
    await hands.press(page.getByText('Note that you chased the practice'));
    const form = page.locator('form[action$="/chase"]');
    await hands.press(form.getByRole('button'));
    await page.getByRole('alert').waitFor();
    const again = page.locator('form[action$="/chase"]');
    await hands.choose(again.getByLabel('Telephone'));
    await hands.press(again.getByRole('button'));
    await page.waitForURL(/done=/);
    expect(await textOf(page.locator('main'))).toContain('Colin Commissioner');
    expect(unexpected(complaints)).toEqual([]);
    await context.close();
  });

  test('an information-governance officer has the chain checked, and finds in the audit who did what', async () => {
    const { page, context, complaints, hands } = await asked(PEOPLE.nationalOfficer);
    await page.goto(`${running.address}/chain`);
    await hands.press(page.locator('form[action^="/chain/check"] button').first());
    await page
      .getByText(/hashes/)
      .first()
      .waitFor();
    expect(await textOf(page.locator('main'))).not.toMatch(/\bfails\b/i);
    await page.goto(`${running.address}/audit`);
    expect(await textOf(page.locator('main'))).toMatch(/Ines Governance/);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe.skipIf(browser === null)('from signing in to signing out by keyboard alone', () => {
  test('somebody signs in, skips to the content, finds a practice, and signs out', async () => {
    const context = await browser!.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const { address } = running;
    await page.goto(`${address}/practices`);
    const names = Object.values(PEOPLE).map(({ name }) => name);
    for (const _ of names) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate<string>('document.activeElement.innerText');
      if (focused.includes(PEOPLE.analyst.name)) break;
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(`${address}/practices`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate<string>('document.activeElement.innerText')).toBe(
      'Skip to main content',
    );
    await page.keyboard.press('Enter');
    expect(await page.evaluate<string>('location.hash')).toBe('#maincontent');
    await page.locator('#search').focus();
    await page.keyboard.type('A81003');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search=A81003/);
    const seen = await page.locator('tbody tr').count();
    expect(seen).toBe(1);
    for (let tabs = 0; tabs < 60; tabs += 1) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate<string>('document.activeElement.innerText');
      // Where the focus is can be seen.
      const outline = await page.evaluate<string>(
        "(({ outlineStyle, boxShadow, backgroundColor }) => [outlineStyle, boxShadow, backgroundColor].join(' '))(getComputedStyle(document.activeElement))",
      );
      expect(outline).not.toBe('none none rgba(0, 0, 0, 0)');
      if (focused === 'A81003') break;
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/practices\/A81003/);
    await page.getByRole('button', { name: 'Sign out' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/signed-out/);
    expect((await context.cookies()).filter(({ name }) => name === 'session')).toEqual([]);
    await context.close();
  });
});

test.skipIf(browser === null)(
  'what nobody may run is not run: a name from a file stays text',
  async () => {
    const { page, context, complaints } = await signedIn(browser!, {
      address: running.address,
      member: PEOPLE.analyst,
    });
    const search = '"><img src=x onerror=alert(1)><script>alert(2)</script>';
    await page.goto(`${running.address}/practices?search=${encodeURIComponent(search)}`);
    expect(await page.locator('#search').inputValue()).toBe(search);
    expect(await page.locator('main img, main script').count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  },
);
