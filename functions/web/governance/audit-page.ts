import type { AuditVerb } from '../../../shared/access/audit-entry.ts';
import type { Role } from '../../../shared/access/member.ts';
import { countOf } from '../../../shared/alert/messages/subject-line.ts';
import { type Instant, londonMoment } from '../../../shared/calendar/day.ts';
import { counted } from '../../../shared/coverage/figure-words.ts';
import type { Row } from '../../../shared/coverage/table.ts';
import { choice, linkWith, pagesView } from '../list/list-links.ts';
import type { Answer, Asked, View } from '../route.ts';
import type { AuditAsk, AuditSays } from './audit-says.ts';

const PATH = '/audit';

/** The page of the audit. */
export function auditView(
  { says, tables }: Answer<AuditSays>,
  { ask, query }: Asked<AuditAsk>,
): View {
  const { month, this_month: thisMonth, by_verb, entries } = says;
  return {
    view: 'governance/audit.njk',
    title: 'Audit',
    data: {
      wide: true,
      summary: `${countOf(entries, 'entry', 'entries')} in ${monthInWords(month)}.`,
      filter: {
        action: PATH,
        months: monthsBack(thisMonth, month).map((one) => choice(one, monthInWords(one), month)),
        verbs: [
          choice('', 'Everything', ask.did ?? null),
          ...by_verb.map(({ did, entries: count }) =>
            choice(did, `${VERB_WORDS[did]} (${counted(count)})`, ask.did ?? null),
          ),
        ],
      },
      rows: (tables[0]?.rows ?? []).map(rowView),
      csv: linkWith(PATH, query, { format: 'csv' }),
      pagination: pagesView(PATH, query, says),
    },
  };
}

function rowView(row: Row) {
  const role = row['role'];
  return [
    { text: londonMoment(row['at'] as Instant) },
    { text: String(row['name']) },
    { text: role === null ? 'No membership' : ROLE_WORDS[role as Role] },
    { text: VERB_WORDS[row['did'] as AuditVerb] },
    whatView(row),
    { text: row['icb'] === null ? 'None, or several' : String(row['icb']) },
  ];
}

/** What it was done to leads to its page, where it has one. */
function whatView({ did, what }: Row) {
  if (what === null) return { text: 'Nothing in particular' };
  const page = PAGES[did as AuditVerb];
  return {
    text: String(what),
    ...(page !== undefined &&
      UPLOAD_OR_CODE.test(String(what)) && {
        href: `${page}/${encodeURIComponent(String(what))}`,
      }),
  };
}

/** The name of a file of a release is no address. */
const UPLOAD_OR_CODE = /^[\w-]+$/;
const PAGES: Partial<Readonly<Record<AuditVerb, string>>> = {
  'asked-to-send': '/uploads',
  reviewed: '/uploads',
  replied: '/uploads',
  downloaded: '/uploads',
  remarked: '/practices',
  acknowledged: '/alerts',
  snoozed: '/alerts',
  assigned: '/alerts',
  chased: '/alerts',
};

const VERB_WORDS: Readonly<Record<AuditVerb, string>> = {
  'signed-in': 'Signed in',
  'signed-out': 'Signed out',
  refused: 'Was refused',
  'asked-to-send': 'Asked to send a file',
  'checked-file': 'Checked a file',
  reviewed: 'Reviewed a document',
  replied: 'Replied',
  remarked: 'Said something beside a status',
  acknowledged: 'Acknowledged an alert',
  snoozed: 'Snoozed an alert',
  assigned: 'Assigned an alert',
  chased: 'Noted a chase',
  subscribed: 'Added a subscription',
  'changed-subscription': 'Changed a subscription',
  'released-address': 'Said that an address works again',
  'ended-subscription': 'Ended a subscription',
  downloaded: 'Downloaded a file',
  'checked-chain': 'Checked a release',
  'saw-audit': 'Looked at the audit',
};

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  practice: 'Practice',
  'pcn-manager': 'PCN manager',
  supplier: 'System supplier',
  analyst: 'ICB analyst',
  commissioner: 'Commissioner',
  'ig-officer': 'Information governance',
  national: 'NHS England',
};

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** `December 2023`. */
function monthInWords(month: string): string {
  return `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
}

/** The last 24 months, latest first, and the one asked for. */
function monthsBack(latest: string, asked: string): readonly string[] {
  const last = Number(latest.slice(0, 4)) * 12 + Number(latest.slice(5)) - 1;
  const months = Array.from({ length: 24 }, (_, back) => {
    const at = last - back;
    return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
  return months.includes(asked) ? months : [asked, ...months];
}
