import { type Link, LinkSchema, linkBytes } from '../release/chain.ts';
import type { ReleaseFile } from '../release/release.ts';
import { atOnce } from './at-once.ts';
import type { Objects } from './ports.ts';

const CHAIN = 'reports/chain/';
/** Files written at once: a release of England and its ICBs has some 800. */
const WRITES = 8;

/** Published releases over objects: nothing is ever written twice. */
export type Reports = {
  /** The chain of releases, oldest first. */
  chain(): Promise<readonly Link[]>;
  /** Adds a link; `taken`: somebody else published first. Until its link is there a release does not exist. */
  add(link: Link): Promise<'added' | 'taken'>;
  /** Writes files into a folder under `reports/`; `differs`: one is there already and says something else. */
  write(folder: string, files: readonly ReleaseFile[]): Promise<'written' | 'differs'>;
  file(folder: string, name: string): Promise<Uint8Array | undefined>;
  /** Names of the files in a folder. */
  names(folder: string): Promise<readonly string[]>;
};

/**
 * The releases: files under `reports/<folder>/`, the chain as numbered links. A link is written only where
 * none of its number is, so that of two that publish at once one learns it. Throws where the chain has a
 * link that cannot be read.
 */
export function objectReports(objects: Objects): Reports {
  async function same(key: string, bytes: Uint8Array): Promise<boolean> {
    const there = await objects.get(key);
    return there !== undefined && Buffer.compare(there.bytes, bytes) === 0;
  }
  return {
    async chain() {
      const keys = (await objects.list(CHAIN)).filter((key) => key.endsWith('.json'));
      const links = await atOnce(WRITES, [...keys].sort(), async (key) => {
        const object = await objects.get(key);
        return LinkSchema.parse(JSON.parse(new TextDecoder().decode(object?.bytes)));
      });
      return links;
    },
    async add(link) {
      const key = `${CHAIN}${String(link.number).padStart(6, '0')}.json`;
      return (await objects.putIfAbsent(key, linkBytes(link))) === 'stored' ? 'added' : 'taken';
    },
    async write(folder, files) {
      const outcomes = await atOnce(WRITES, files, async ({ name, bytes }) => {
        const key = `reports/${folder}/${name}`;
        if ((await objects.putIfAbsent(key, bytes)) === 'stored') return true;
        return same(key, bytes);
      });
      return outcomes.every(Boolean) ? 'written' : 'differs';
    },
    async file(folder, name) {
      return (await objects.get(`reports/${folder}/${name}`))?.bytes;
    },
    async names(folder) {
      const prefix = `reports/${folder}/`;
      return (await objects.list(prefix)).map((key) => key.slice(prefix.length));
    },
  };
}
