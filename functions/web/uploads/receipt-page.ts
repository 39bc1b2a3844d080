import {
  type Instant,
  isDay,
  londonDay,
  londonMoment,
  longDay,
} from '../../../shared/calendar/day.ts';
import { counted } from '../../../shared/coverage/figure-words.ts';
import { OUT_REASONS } from '../../../shared/intake/acts/review.ts';
import type { ChecklistPoint } from '../../../shared/intake/document/checklist.ts';
import type { Cost } from '../../../shared/intake/receipt/worst-first.ts';
import { sentenceCase } from '../../../shared/state/words.ts';
import { wordFor } from '../list/asked-words.ts';
import type { Answer, Asked, View } from '../route.ts';
import { tableView } from '../table-view.ts';
import { KIND_WORDS } from './kind-words.ts';
import type { ReceiptSays, UploadAsk } from './receipt-says.ts';
import { isUnderWay, type Step } from './receipt-steps.ts';
import { senderInWords } from './sender-words.ts';

const SHOWN = 50;

const COST_WORDS: Readonly<Record<Cost, string>> = {
  'the file': 'The whole file',
  'the row': 'This row',
  nothing: 'Nothing',
};

const STEP_NAMES: Readonly<Record<Step['step'], string>> = {
  quarantine: 'Quarantine',
  scan: 'Scan',
  checks: 'Checks',
  facts: 'Facts',
  state: 'State',
};
const STEP_TAGS: Readonly<Record<Step['is'], { text: string; colour: string }>> = {
  done: { text: 'Done', colour: 'green' },
  now: { text: 'Under way', colour: 'blue' },
  'to come': { text: 'To come', colour: 'grey' },
  stopped: { text: 'Stopped', colour: 'red' },
};
const DONE_WORDS: Readonly<Record<string, string>> = {
  reviewed: 'Your review was kept.',
  replied: 'Your reply was kept.',
};

/** The page of a receipt; while something is still to come it fills in by itself, or by loading it again. */
export function receiptView(answer: Answer<ReceiptSays>, { ask }: Asked<UploadAsk>): View {
  const { says } = answer;
  const steps = says.steps as readonly Step[];
  return {
    view: 'uploads/receipt.njk',
    title: `Receipt of ${headingOf(says)}`,
    data: {
      ...receiptData(answer),
      done: wordFor(DONE_WORDS, ask.done),
      isUnderWay: isUnderWay(steps),
      again: `/uploads/${encodeURIComponent(says.upload)}`,
      reviewForm: says.may_review ? reviewFormOf(says) : null,
      replies: says.may_reply ? `/uploads/${encodeURIComponent(says.upload)}/reply` : null,
      original: says.may_open ? `/uploads/${encodeURIComponent(says.upload)}/original` : null,
      api: `/api/v1/uploads/${encodeURIComponent(says.upload)}`,
      csv: `/uploads/${encodeURIComponent(says.upload)}?format=csv`,
    },
  };
}

/** What the upload is, by its content where that is known: forms give every table the same name. */
function headingOf({ kind, file_name }: Pick<ReceiptSays, 'kind' | 'file_name'>): string {
  return kind === null ? file_name : KIND_WORDS[kind];
}

/** What a receipt shows, sent or only checked. */
export function receiptData({ says, tables: [troubles, changes] }: Answer<ReceiptSays>) {
  const shown = troubles && {
    ...troubles,
    rows: troubles.rows.slice(0, SHOWN).map((row) => ({
      ...row,
      costs: COST_WORDS[row['costs'] as Cost],
      row: row['row'] === 0 ? 'The whole file' : (row['row'] ?? null),
    })),
  };
  return {
    upload: says.upload,
    fileName: says.file_name,
    kind: says.kind === null ? null : KIND_WORDS[says.kind],
    sender: senderInWords({
      role: says.sender_role as never,
      ...(says.sender_org !== null && { org: says.sender_org }),
    }),
    heading: headingOf(says),
    receivedAt: says.received_at === null ? null : londonMoment(says.received_at as Instant),
    isReviewed: says.conversation.some(({ kind }) => kind === 'review'),
    sha256: says.sha256,
    refused: says.refused === true,
    patientData: says.patient_data,
    practice: says.practice,
    steps: (says.steps as readonly Step[]).map(({ step, is, says: words }) => ({
      name: STEP_NAMES[step],
      tag: STEP_TAGS[is],
      says: words,
    })),
    troubles: shown && shown.rows.length > 0 ? tableView(shown) : null,
    moreTroubles: counted(Math.max(0, (troubles?.rows.length ?? 0) - SHOWN)),
    changes:
      changes === undefined || changes.rows.length === 0
        ? null
        : tableView(
            { ...changes, rows: changes.rows.slice(0, SHOWN) },
            { href: (row, key) => (key === 'practice_code' ? `/practices/${row[key]}` : null) },
          ),
    moreChanges: counted(Math.max(0, (changes?.rows.length ?? 0) - SHOWN)),
    checklist:
      says.checklist === null
        ? null
        : {
            untouched: says.checklist.untouchedTemplate,
            points: says.checklist.points.map(pointView),
          },
    conversation: says.conversation.map((one) => ({
      who: `${one.kind === 'review' ? 'Review by' : 'Reply by'} ${one.by}, ${longDay(londonDay(one.at as never))}`,
      judgement: one.judgement === null ? null : sentenceCase(one.judgement),
      words: one.words,
    })),
  };
}

function pointView({ point, found, at, says, needed }: ChecklistPoint) {
  const place =
    at?.page !== undefined
      ? `page ${at.page}`
      : at?.paragraph !== undefined
        ? `paragraph ${at.paragraph}`
        : null;
  return {
    point,
    tag: found
      ? { text: 'Found', colour: 'green' }
      : { text: 'Not found', colour: needed ? 'red' : 'grey' },
    says: says === null ? '' : isDay(says) ? longDay(says) : says,
    place: place ?? '',
    isMissed: needed && !found,
  };
}

function reviewFormOf({ upload, checklist }: ReceiptSays) {
  const kind = checklist!.document;
  const reasons = Object.entries(OUT_REASONS).flatMap(([reason, kinds]) =>
    kinds.includes(kind)
      ? [{ value: reason, text: `Judge it out: ${sentenceCase(reason).toLowerCase()}` }]
      : [],
  );
  return {
    action: `/uploads/${encodeURIComponent(upload)}/review`,
    items: [
      { value: 'accepted', text: 'Accept it' },
      { value: 'change-asked', text: 'Ask for a change; it counts meanwhile' },
      ...reasons,
    ],
  };
}
