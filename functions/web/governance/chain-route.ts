import type { Member } from '../../../shared/access/member.ts';
import type { Resource } from '../../../shared/access/resource.ts';
import { byCodeUnits } from '../../../shared/coverage/by-code-units.ts';
import type { Column, Table } from '../../../shared/coverage/table.ts';
import { brokenLinks, type Link, linkBytes } from '../../../shared/release/chain.ts';
import { sha256Of } from '../../../shared/release/manifest.ts';
import { objectReports } from '../../../shared/store/object-reports.ts';
import type { WebDeps } from '../deps.ts';
import { partOf } from '../list/part-of-list.ts';
import { type Answer, type Asked, reading } from '../route.ts';
import { chainView } from './chain-page.ts';
import { ChainAsk, ChainSays, type PlaceAsk } from './chain-says.ts';

/** The place whose releases are meant: named, else the member's ICB, else England. */
export function placeAsked({ place }: PlaceAsk, { scope }: Pick<Member, 'scope'>): string {
  return place ?? (scope.type === 'icb' ? scope.code : 'ENGLAND');
}

/** The releases of a place as a resource; null where the chain holds none of it, unless there is no chain at all. */
export async function placeResource(
  { reports }: WebDeps,
  { ask, member }: Pick<Asked<PlaceAsk>, 'ask' | 'member'>,
): Promise<Resource | null> {
  const place = placeAsked(ask, member);
  if (ask.place === undefined) return { kind: 'release', place };
  const chain = await objectReports(reports).chain();
  const isThere = chain.some(({ manifests }) => manifests[place] !== undefined);
  return isThere ? { kind: 'release', place } : null;
}

/** `/chain`: the chain of releases, link by link. */
export const chainRoute = reading({
  path: '/chain',
  about: 'The chain of releases, link by link, with the hashes that hold it together',
  ask: ChainAsk,
  action: 'check-chain',
  on: placeResource,
  answers: ChainSays,
  answer: chainAnswer,
  page: (answer, { query }) => chainView(answer, query, null),
});

/** The chain as a member sees it: every link, with the manifest of one place. */
export async function chainAnswer(
  { reports }: WebDeps,
  { ask, member, query }: Pick<Asked<PlaceAsk>, 'ask' | 'member' | 'query'>,
): Promise<Answer<ChainSays>> {
  const chain = await objectReports(reports).chain();
  const place = placeAsked(ask, member);
  const own = chain.filter(({ manifests }) => manifests[place] !== undefined);
  const latestFirst = chain.toReversed();
  const keyOf = ({ number }: Link) => String(MANY - number).padStart(9, '0');
  const part = partOf(latestFirst, { keyOf, query });
  const last = chain.at(-1);
  const says = {
    place,
    links: chain.length,
    releases: own.length,
    head: last === undefined ? null : sha256Of(linkBytes(last)),
    broken: [...brokenLinks(chain)],
    places: member.scope.type === 'england' ? placesIn(chain) : [place],
    weeks: weeksIn(own),
    ...{ page: part.page, pages: part.pages },
  };
  return { says, tables: [chainTable(part.rows, place)], next: part.next };
}

const MANY = 999_999_999;

/** England first, then ICBs by code. */
function placesIn(chain: readonly Link[]): string[] {
  const codes = new Set(chain.flatMap(({ manifests }) => Object.keys(manifests)));
  codes.delete('ENGLAND');
  return ['ENGLAND', ...[...codes].sort(byCodeUnits)];
}

function weeksIn(links: readonly Link[]): ChainSays['weeks'] {
  const byWeek = Map.groupBy(links, ({ week }) => week);
  return [...byWeek]
    .sort(([a], [b]) => byCodeUnits(b, a))
    .map(([week, own]) => ({ week, versions: own.map(({ version }) => version).toReversed() }));
}

const COLUMNS = [
  { key: 'number', heading: 'Link', holds: 'count' },
  { key: 'week', heading: 'Week', holds: 'day' },
  { key: 'version', heading: 'Version', holds: 'code' },
  { key: 'manifest', heading: 'Manifest (SHA-256)', holds: 'code' },
  { key: 'link', heading: 'This link (SHA-256)', holds: 'code' },
  { key: 'previous', heading: 'Link before (SHA-256)', holds: 'code' },
] as const satisfies readonly Column[];

function chainTable(links: readonly Link[], place: string): Table {
  return {
    name: 'chain',
    title: 'Chain of releases',
    says: 'A row is one link: a published version of a week. Each names the hash of the one before.',
    columns: COLUMNS,
    rows: links.map((link) => ({
      number: link.number,
      week: link.week,
      version: link.version,
      manifest: link.manifests[place] ?? null,
      link: sha256Of(linkBytes(link)),
      previous: link.previous,
    })),
  };
}
