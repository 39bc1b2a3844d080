import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import nunjucks from 'nunjucks';
import type { AssetAddresses } from './assets.ts';
import { etagOf } from './respond.ts';
import type { View, WrongField } from './route.ts';

/** What stands round every page, by who is signed in. */
export type Frame = {
  readonly account: readonly NavigationItem[];
  readonly navigation: readonly NavigationItem[];
  readonly footing: readonly NavigationItem[];
};
export type NavigationItem = {
  readonly text: string;
  readonly href?: string;
  /** Of a form that is posted, in place of a link. */
  readonly action?: string;
  readonly icon?: boolean;
  readonly active?: boolean;
};

/** A page with gaps for what stands round it: what can be kept and given to everybody who may see it. */
export type Body = { readonly before: string; readonly main: string; readonly after: string };

/** A whole page, and the tag by which it is known again. */
export type Page = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly etag: string;
  readonly packed: () => Uint8Array;
};

export type Draw = {
  body(view: View, wrong?: readonly WrongField[]): Body;
  /** The page as it is sent; of a body that is kept it is put together once for each frame. */
  page(body: Body, frame: Frame): Page;
};

/** Run from source the components' templates are where npm puts them; beside a bundle they are copied with our own views. */
function searchPaths(): string[] {
  const here = import.meta.url;
  if (!here.endsWith('.ts')) return [fileURLToPath(new URL('./views', here))];
  const frontend = createRequire(here).resolve('nhsuk-frontend/package.json');
  return [fileURLToPath(new URL('./views', here)), `${dirname(frontend)}/dist`];
}

/**
 * Draws views with the NHS.UK components' own templates. `madeUp`: the day that pages of sample data show,
 * in words; null for real data.
 */
export function drawer({
  assets,
  madeUp,
}: {
  readonly assets: AssetAddresses;
  readonly madeUp: string | null;
}): Draw {
  const templates = new nunjucks.Environment(new nunjucks.FileSystemLoader(searchPaths()), {
    autoescape: true,
    throwOnUndefined: false,
    trimBlocks: true,
    lstripBlocks: true,
  });
  const frames = new Map<string, readonly [string, string]>();
  // Gone with the bodies that they were made from.
  const pages = new WeakMap<Body, Map<string, Page>>();
  function framed(key: string, frame: Frame): readonly [string, string] {
    const kept = frames.get(key);
    if (kept !== undefined) return kept;
    const [header, footer] = templates.render('frame.njk', { ...frame }).split('<!--cut-->');
    // Each is a name and what it may open: few at a time, and cheap to draw again.
    if (frames.size > 500) frames.clear();
    frames.set(key, [header!, footer!]);
    return [header!, footer!];
  }
  return {
    body({ view, title, data }, wrong = []) {
      const errors = wrong.map(({ field, says }) => ({
        text: says,
        ...(field !== null && { href: `#${field}` }),
      }));
      const drawn = templates.render(view, { ...data, title, assets, madeUp, wrong: errors });
      const [before, rest] = drawn.split('<!--header-->');
      const [main, after] = rest!.split('<!--footer-->');
      return { before: before!, main: main!, after: after! };
    },
    page(body, frame) {
      const key = JSON.stringify(frame);
      const whole = pages.get(body) ?? new Map<string, Page>();
      pages.set(body, whole);
      const before = whole.get(key);
      if (before !== undefined) return before;
      const [header, footer] = framed(key, frame);
      // Written once: as text a page would be made into bytes at every answer.
      const bytes = new TextEncoder().encode(
        `${body.before}${header}${body.main}${footer}${body.after}`,
      );
      let gzip: Uint8Array | undefined;
      const packed = () => {
        gzip ??= gzipSync(bytes);
        return gzip;
      };
      const page = { bytes, etag: etagOf(bytes), packed };
      if (whole.size >= FRAMES_KEPT) whole.clear();
      whole.set(key, page);
      return page;
    },
  };
}

/** People who look at the same page, each with their own name at its top. */
const FRAMES_KEPT = 8;
