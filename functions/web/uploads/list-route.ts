import * as z from 'zod';
import { may } from '../../../shared/access/may.ts';
import { type Instant, londonDay, londonMoment } from '../../../shared/calendar/day.ts';
import { byCodeUnits } from '../../../shared/coverage/by-code-units.ts';
import { counted } from '../../../shared/coverage/figure-words.ts';
import type { Row, Table } from '../../../shared/coverage/table.ts';
import type { Receipt } from '../../../shared/intake/receipt/receipt.ts';
import type { WebDeps } from '../deps.ts';
import { choice, linkWith, pagesView } from '../list/list-links.ts';
import { PartQuery, partOf } from '../list/part-of-list.ts';
import { type Answer, type Asked, reading, type View } from '../route.ts';
import { KIND_WORDS } from './kind-words.ts';
import { senderInWords } from './sender-words.ts';
import { uploadResource } from './upload-resource.ts';

const PATH = '/uploads';
/** Some dozens come in a week: about a year's. */
const MOST_RECEIPTS = 2_000;
const OUTCOMES = ['patient-data', 'refused', 'problems', 'fine'] as const;

const Ask = z.object({
  outcome: z
    .union([
      z.literal('').transform(() => undefined),
      z.enum(OUTCOMES, `Name one of: ${OUTCOMES.join(', ')}`),
    ])
    .optional()
    .describe(
      'Only uploads that held patient data, were refused otherwise, had problems, or were fine',
    ),
  ...PartQuery,
});
type Ask = z.output<typeof Ask>;
const Says = z.object({ uploads: z.int(), page: z.int(), pages: z.int() });
type Says = z.infer<typeof Says>;

/** `/uploads`: what was sent, newest first. */
export const uploadsRoute = reading({
  path: PATH,
  about: 'What you, or those for whom you act, have sent, newest first.',
  action: 'read-uploads',
  ask: Ask,
  on: async () => ({ kind: 'own' }),
  answers: Says,
  answer: answerOf,
  page: listView,
});

async function answerOf(deps: WebDeps, asked: Asked<Ask>): Promise<Answer<Says>> {
  const { member, clocks, query, ask } = asked;
  const onDay = await deps.world.on(clocks);
  const own: Receipt[] = [];
  for (const receipt of await deps.work.receipts(MOST_RECEIPTS)) {
    if (isAct(receipt)) continue;
    if (ask.outcome !== undefined && outcomeOf(receipt) !== ask.outcome) continue;
    // Of a table nothing but its sender says whose it is.
    const isDocument = receipt.checklist !== null;
    const facts = isDocument ? ((await deps.ledger.of(receipt.uploadId)) ?? []) : [];
    const upload = uploadResource({ sender: receipt.sender, practice: null, facts }, onDay);
    if (may(member, 'read-upload', upload)) own.push(receipt);
  }
  const keyed = own
    .map((receipt) => ({ receipt, key: newestFirst(receipt) }))
    .sort((a, b) => byCodeUnits(a.key, b.key));
  const part = partOf(keyed, { keyOf: ({ key }) => key, query });
  return {
    says: { uploads: own.length, page: part.page, pages: part.pages },
    tables: [tableOf(part.rows.map(({ receipt }) => receipt))],
    next: part.next,
  };
}

/** What people did in these pages or by command is on record like an upload, and is no file that was sent. */
function isAct({ kind, refused }: Receipt): boolean {
  return kind === null && !refused;
}

/** Sorts later moments first: each digit turned round, and the id for those of one moment. */
function newestFirst({ receivedAt, uploadId }: Receipt): string {
  return `${receivedAt.replace(/\d/g, (digit) => String(9 - Number(digit)))} ${uploadId}`;
}

function outcomeOf({ refused, problems, patientData }: Receipt): (typeof OUTCOMES)[number] {
  if (patientData !== null) return 'patient-data';
  if (refused) return 'refused';
  return problems.length > 0 ? 'problems' : 'fine';
}

function tableOf(receipts: readonly Receipt[]): Table {
  return {
    name: 'uploads',
    title: 'Uploads',
    says: 'One row for each upload.',
    columns: [
      { key: 'received_on', heading: 'Received on', holds: 'day' },
      { key: 'received_at', heading: 'Received', holds: 'text' },
      { key: 'file_name', heading: 'File', holds: 'text' },
      { key: 'sender', heading: 'Sent by', holds: 'text' },
      { key: 'kind', heading: 'Recognised as', holds: 'text' },
      { key: 'outcome', heading: 'Outcome', holds: 'text' },
      { key: 'facts', heading: 'New facts', holds: 'count' },
      { key: 'upload', heading: 'Upload', holds: 'text' },
    ],
    rows: receipts.map((receipt) => ({
      received_on: londonDay(receipt.receivedAt),
      received_at: receipt.receivedAt,
      file_name: receipt.fileName,
      sender: senderInWords(receipt.sender),
      kind: receipt.kind === null ? null : KIND_WORDS[receipt.kind],
      outcome: OUTCOME_WORDS[outcomeOf(receipt)](receipt),
      facts: receipt.facts,
      upload: receipt.uploadId,
    })),
  };
}

const OUTCOME_WORDS: Readonly<Record<(typeof OUTCOMES)[number], (receipt: Receipt) => string>> = {
  'patient-data': () => 'Refused: patient data',
  refused: () => 'Refused',
  problems: ({ rejected }) =>
    rejected === 0 ? 'Taken in, with problems' : `Taken in, ${counted(rejected)} rejected`,
  fine: () => 'Taken in',
};

function listView(
  { says, tables: [table] }: Answer<Says>,
  { query, ask, member }: Asked<Ask>,
): View {
  return {
    view: 'uploads/list.njk',
    title: 'Uploads',
    data: {
      wide: true,
      summary: `${counted(says.uploads)} ${says.uploads === 1 ? 'upload' : 'uploads'}, newest first.`,
      isFiltered: ask.outcome !== undefined,
      sends: member.role !== 'ig-officer',
      outcomes: [
        choice('', 'Any outcome', ask.outcome ?? null),
        choice('patient-data', 'Refused: patient data', ask.outcome ?? null),
        choice('refused', 'Refused otherwise', ask.outcome ?? null),
        choice('problems', 'With problems', ask.outcome ?? null),
        choice('fine', 'Without problems', ask.outcome ?? null),
      ],
      rows: table!.rows.map(rowView),
      csv: linkWith(PATH, query, { format: 'csv' }),
      pagination: pagesView(PATH, query, says),
    },
  };
}

function rowView(row: Row) {
  const outcome = String(row['outcome']);
  return {
    href: `${PATH}/${encodeURIComponent(String(row['upload']))}`,
    what: String(row['kind'] ?? row['file_name']),
    on: londonMoment(row['received_at'] as Instant),
    sender: String(row['sender']),
    outcome: {
      text: outcome,
      colour: outcome.startsWith('Refused') ? 'red' : outcome === 'Taken in' ? 'green' : 'yellow',
    },
    facts: counted(Number(row['facts'])),
  };
}
