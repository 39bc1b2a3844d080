import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** Where pages find what they are drawn with. */
export type AssetAddresses = {
  readonly style: string;
  readonly script: string;
  readonly icon: string;
};
type Asset = { readonly type: string; readonly bytes: Uint8Array; readonly packed: Uint8Array };

export type Assets = {
  readonly addresses: AssetAddresses;
  /** The answer to a request for one; undefined where there is none of that name. */
  answer(path: string, accepts: string): Response | undefined;
};

/** Where the files lie: NHS.UK's by npm or beside a bundle, our own beside this file. */
function places(): { readonly own: string; readonly nhsuk: string; readonly images: string } {
  const here = import.meta.url;
  const own = fileURLToPath(new URL('./assets/', here));
  if (!here.endsWith('.ts')) return { own, nhsuk: own, images: `${own}images/` };
  const frontend = dirname(createRequire(here).resolve('nhsuk-frontend/package.json'));
  const nhsuk = `${frontend}/dist/nhsuk/`;
  return { own, nhsuk, images: `${nhsuk}assets/images/` };
}

const PICTURE = 'image/svg+xml';

/**
 * Style, scripts and pictures, each under a name that holds its hash, so that browsers may keep it for good.
 * The style is the NHS.UK frontend's with ours after it, without its fonts: those come from another server
 * and may be used on nhs.uk only. Read once, at the start.
 */
export function readAssets(): Assets {
  const { own, nhsuk, images } = places();
  const text = (path: string) => readFileSync(path, 'utf8');
  const kept = new Map<string, Asset>();
  const keep = (name: string, type: string, content: string): string => {
    const bytes = new TextEncoder().encode(content);
    const [stem, ending] = name.split('.');
    const address = `/assets/${stem}-${hash('sha256', bytes, 'hex').slice(0, 12)}.${ending}`;
    kept.set(address, { type, bytes, packed: gzipSync(bytes, { level: 9 }) });
    return address;
  };
  const picture = (name: string) => keep(name, PICTURE, text(`${images}${name}`));
  const style = `${text(`${nhsuk}nhsuk-frontend.min.css`)}\n${text(`${own}site.css`)}`
    .replace(/@font-face\{[^}]*\}/g, '')
    .replace(SOURCE_MAP, '')
    .replace(/url\(\/assets\/images\/([\w.-]+)\)/g, (_, name: string) => `url(${picture(name)})`);
  const parts = new Map([
    ['nhsuk.js', text(`${nhsuk}nhsuk-frontend.min.js`).replace(SOURCE_MAP, '')],
    ...readdirSync(own)
      .filter((name) => name.endsWith('.js') && name !== 'site.js' && !name.startsWith('nhsuk'))
      .map((name) => [name, text(`${own}${name}`)] as const),
  ]);
  let script = text(`${own}site.js`);
  for (const [name, part] of parts) {
    script = script.replaceAll(`'./${name}'`, `'${keep(name, SCRIPT, part)}'`);
  }
  const addresses = {
    style: keep('site.css', 'text/css; charset=utf-8', style),
    script: keep('site.js', SCRIPT, script),
    icon: picture('favicon.svg'),
  };
  return { addresses, answer: (path, accepts) => answerFrom(kept.get(path), accepts) };
}

const SOURCE_MAP = /(\/\/|\/\*)# sourceMappingURL=\S+( \*\/)?/;
const SCRIPT = 'text/javascript; charset=utf-8';

function answerFrom(asset: Asset | undefined, accepts: string): Response | undefined {
  if (asset === undefined) return undefined;
  const isPacked = /\bgzip\b/.test(accepts);
  return new Response(isPacked ? asset.packed : asset.bytes, {
    headers: {
      'content-type': asset.type,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
      ...(isPacked && { 'content-encoding': 'gzip' }),
    },
  });
}
