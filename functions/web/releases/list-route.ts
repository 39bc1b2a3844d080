import type { Resource } from '../../../shared/access/resource.ts';
import type { Table } from '../../../shared/coverage/table.ts';
import type { Link } from '../../../shared/release/chain.ts';
import { atOnce } from '../../../shared/store/at-once.ts';
import type { WebDeps } from '../deps.ts';
import { partOf } from '../list/part-of-list.ts';
import { type Answer, type Asked, reading } from '../route.ts';
import { listView } from './list-page.ts';
import { ListAsk, ListSays } from './list-says.ts';
import { manifestOf, placesPublished, releasesOf } from './published.ts';
import { placeAsked } from './release-ask.ts';

/** `/releases`: every published version of every week, of one place. */
export const listRoute = reading({
  path: '/releases',
  about: 'The published weekly releases of a place, newest first, with why each was amended.',
  ask: ListAsk,
  action: 'read-releases',
  on: placeResource,
  answers: ListSays,
  answer: answerOf,
  page: listView,
});

async function placeResource(
  deps: WebDeps,
  { ask, member }: Asked<ListAsk>,
): Promise<Resource | null> {
  const place = placeAsked(ask, member);
  // A member's own list is there before anything stands on it.
  const isThere = ask.place === undefined || (await placesPublished(deps)).includes(place);
  return isThere ? { kind: 'release', place } : null;
}

async function answerOf(
  deps: WebDeps,
  { ask, member, query }: Asked<ListAsk>,
): Promise<Answer<ListSays>> {
  const place = placeAsked(ask, member);
  const links = await releasesOf(deps, place);
  const keys = new Map(links.map((link, at) => [link, String(at).padStart(6, '0')]));
  const part = partOf(links, { keyOf: (link) => keys.get(link)!, query });
  const notes = await atOnce(READS, part.rows, (link) => noteOf(deps, link, place));
  return {
    says: {
      place,
      places: member.scope.type === 'england' ? [...(await placesPublished(deps))] : [place],
      releases: links.length,
      page: part.page,
      pages: part.pages,
    },
    tables: [tableOf(part.rows, notes)],
    next: part.next,
  };
}

/** Manifests read at once. */
const READS = 8;

/** The first version of a week says nothing of why: there is none before it. */
async function noteOf(deps: WebDeps, link: Link, place: string): Promise<string | null> {
  if (link.version === '1.0.0') return null;
  return (await manifestOf(deps, { link, place }))?.note ?? null;
}

function tableOf(links: readonly Link[], notes: readonly (string | null)[]): Table {
  return {
    name: 'releases',
    title: 'Releases, newest first',
    says: 'One row for each published version of a week.',
    columns: [
      { key: 'week', heading: 'Week', holds: 'day' },
      { key: 'version', heading: 'Version', holds: 'code' },
      { key: 'note', heading: 'Why it was amended', holds: 'text' },
    ],
    rows: links.map(({ week, version }, at) => ({ week, version, note: notes[at] ?? null })),
  };
}
