import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
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

/** Where the files lie: `nhsuk/…` by npm or beside a bundle, our own beside this file. */
function places(): { readonly own: URL; readonly nhsuk: string } {
  const here = import.meta.url;
  const own = new URL('./assets/', here);
  if (!here.endsWith('.ts')) return { own, nhsuk: fileURLToPath(own) };
  const frontend = dirname(createRequire(here).resolve('nhsuk-frontend/package.json'));
  return { own, nhsuk: `${frontend}/dist/nhsuk/` };
}

/**
 * Style, scripts and icon, each under a name that holds its hash, so that browsers may keep it for good.
 * The style is the NHS.UK frontend's with ours after it, without its fonts: those come from another server
 * and may be used on nhs.uk only. Read once, at the start.
 */
export function readAssets(): Assets {
  const { own, nhsuk } = places();
  const text = (path: string) => readFileSync(path, 'utf8');
  const style = `${text(`${nhsuk}nhsuk-frontend.min.css`).replace(/@font-face\{[^}]*\}/g, '')}\n${text(fileURLToPath(new URL('site.css', own)))}`;
  const kept = new Map<string, Asset>();
  const keep = (name: string, type: string, content: string): string => {
    const bytes = new TextEncoder().encode(content);
    const [stem, ending] = name.split('.');
    const address = `/assets/${stem}-${hash('sha256', bytes, 'hex').slice(0, 12)}.${ending}`;
    kept.set(address, { type, bytes, packed: gzipSync(bytes, { level: 9 }) });
    return address;
  };
  const components = keep('nhsuk.js', SCRIPT, withoutMap(text(`${nhsuk}nhsuk-frontend.min.js`)));
  const script = text(fileURLToPath(new URL('site.js', own)));
  const addresses = {
    style: keep('site.css', 'text/css; charset=utf-8', withoutMap(style)),
    script: keep('site.js', SCRIPT, script.replace('./nhsuk.js', components)),
    icon: keep(
      'icon.svg',
      'image/svg+xml',
      text(`${nhsuk}${nhsuk === fileURLToPath(own) ? '' : 'assets/images/'}favicon.svg`),
    ),
  };
  return { addresses, answer: (path, accepts) => answerFrom(kept.get(path), accepts) };
}

const SCRIPT = 'text/javascript; charset=utf-8';

function withoutMap(text: string): string {
  return text.replace(/\n?(\/\/|\/\*)# sourceMappingURL=\S+( \*\/)?\s*$/, '');
}

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
