import { type Instant, londonMoment } from '../../../shared/calendar/day.ts';
import { clocksIn } from '../clocks.ts';
import { linkWith } from '../list/list-links.ts';
import type { Answer, Asked, View } from '../route.ts';
import { tableView } from '../table-view.ts';
import type { SourceAsk, SourceSays } from './source-says.ts';

/** The page of what one file says of one practice. */
export function sourceView(
  { says, tables: [table] }: Answer<SourceSays>,
  { query }: Asked<SourceAsk>,
): View {
  const { practice, name, upload } = says;
  const path = `/practices/${practice}/sources/${encodeURIComponent(upload)}`;
  return {
    view: 'practice/source.njk',
    title: 'What was sent',
    data: {
      caption: name === null ? practice : `${name} (${practice})`,
      back: `/practices/${practice}${clocksIn(query, '?')}`,
      facts: [
        { key: 'From', text: says.sender },
        ...(says.on_behalf_of === null ? [] : [{ key: 'On behalf of', text: says.on_behalf_of }]),
        { key: 'Received', text: londonMoment(says.received_at as Instant) },
        { key: 'Upload', text: upload },
        { key: 'SHA-256 of the file', text: says.sha256 },
      ],
      receipt: says.may_open ? `/uploads/${encodeURIComponent(upload)}` : null,
      list: tableView(table!),
      csv: linkWith(path, query, { format: 'csv' }),
    },
  };
}
