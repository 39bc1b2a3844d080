import type { Locator, Page } from 'playwright-core';

/** How somebody uses a page. */
export type Hands = {
  /** A link, a button, a summary. */
  press(what: Locator): Promise<void>;
  /** A radio button. */
  choose(what: Locator): Promise<void>;
  /** A field of text; a day as people write it, one that reads the same in every country: 08/08/2023. */
  write(what: Locator, text: string): Promise<void>;
  attach(what: Locator, path: string): Promise<void>;
};

/** With a pointer. */
export const POINTER: Hands = {
  press: (what) => what.click(),
  choose: (what) => what.check(),
  write: (what, text) => what.fill(asField(text)),
  attach: (what, path) => what.setInputFiles(path),
};

type Window = {
  readonly document: {
    readonly activeElement: { readonly tagName: string; contains(here: unknown): boolean };
  };
};

/** More than any page has to stop at. */
const MOST_STOPS = 400;

/** With a keyboard and nothing else: by Tab to where something is, as somebody without a pointer must. */
export function keyboard(page: Page): Hands {
  const isAt = (what: Locator) =>
    what.evaluate((here) => {
      const { activeElement } = (globalThis as unknown as Window).document;
      // What is pressed may be the words in a link or a summary.
      return (
        (activeElement as unknown) === here ||
        (['A', 'SUMMARY'].includes(activeElement.tagName) && activeElement.contains(here))
      );
    });
  async function goTo(what: Locator, key = 'Tab'): Promise<void> {
    await what.waitFor();
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      if (await isAt(what)) return;
      await page.keyboard.press(key);
    }
    throw new Error(`no way by keyboard to ${what}`);
  }
  return {
    async press(what) {
      await goTo(what);
      await page.keyboard.press('Enter');
    },
    async choose(what) {
      // Tab stops at a group of radio buttons once; arrows go from one to the next, and choose.
      const name = await what.getAttribute('name');
      for (let stops = 0; stops < MOST_STOPS; stops += 1) {
        if ((await page.evaluate<string>('document.activeElement.name')) === name) break;
        await page.keyboard.press('Tab');
      }
      await goTo(what, 'ArrowDown');
      await page.keyboard.press('Space');
    },
    async write(what, text) {
      await goTo(what);
      await page.keyboard.type(text);
    },
    async attach(what, path) {
      await goTo(what);
      const choosing = page.waitForEvent('filechooser');
      await page.keyboard.press('Space');
      await (await choosing).setFiles(path);
    },
  };
}

/** A day as the field holds it, whatever people write. */
function asField(text: string): string {
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month}-${day}`;
}
