import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Member } from '../../shared/access/member.ts';

type Ask = {
  readonly address: string;
  readonly member: Member;
  readonly width?: number;
  readonly javaScript?: boolean;
};

/** A window in which somebody has signed in by choosing who they are. Whatever the console complains of is in `complaints`. */
export async function signedIn(
  browser: Browser,
  { address, member, width = 1280, javaScript = true }: Ask,
): Promise<{ page: Page; context: BrowserContext; complaints: string[] }> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: javaScript,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (said) => {
    if (said.type() === 'error') complaints.push(said.text());
  });
  await page.goto(address);
  await page.click(`button[value="${member.subject}"]`);
  await page.waitForURL(`${address}/`);
  return { page, context, complaints };
}
