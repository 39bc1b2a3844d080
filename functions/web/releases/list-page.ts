import { countOf } from '../../../shared/alert/messages/subject-line.ts';
import { choice, linkWith, pagesView } from '../list/list-links.ts';
import type { Answer, Asked, View } from '../route.ts';
import { tableView } from '../table-view.ts';
import type { ListAsk, ListSays } from './list-says.ts';
import { placeInWords, releasePath } from './release-links.ts';

const PATH = '/releases';

/** The page of the releases of a place. */
export function listView(
  { says, tables: [table] }: Answer<ListSays>,
  { query }: Asked<ListAsk>,
): View {
  const { place, places, releases } = says;
  const of = placeInWords(place);
  // What nobody wrote down is no missing figure.
  const rows = table!.rows.map((row) => ({ ...row, note: row['note'] ?? 'First version' }));
  return {
    view: 'releases/list.njk',
    title: 'Releases',
    data: {
      summary:
        releases === 0
          ? `Nothing has been published of ${of} yet.`
          : `${countOf(releases, 'release')} of ${of}.`,
      isEmpty: releases === 0,
      places: places.length < 2 ? null : places.map((one) => choice(one, placeInWords(one), place)),
      list: tableView(
        { ...table!, rows },
        {
          href: ({ week, version }, key) =>
            key === 'week' ? releasePath(String(week), String(version), place) : null,
        },
      ),
      csv: linkWith(PATH, query, { format: 'csv' }),
      pagination: pagesView(PATH, query, says),
    },
  };
}
