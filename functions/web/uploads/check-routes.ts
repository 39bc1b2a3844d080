import * as z from 'zod';
import { counted } from '../../../shared/coverage/figure-words.ts';
import type { Receipt } from '../../../shared/intake/receipt/receipt.ts';
import { checkUpload } from '../../intake/check-upload.ts';
import type { WebDeps } from '../deps.ts';
import { type Asked, type Done, doing, reading, type View, type Wrong } from '../route.ts';
import { receiptData } from './receipt-page.ts';
import { AboutFile, aboutOf, formView } from './send-form.ts';
import { choicesOf, senderNamed, sendersFor } from './senders.ts';
import { troublesTable } from './troubles-table.ts';
import { icbOf, uploadResource } from './upload-resource.ts';

/** What fits through an HTTP API with room for the form; larger files are sent, and say the same. */
const MOST_FILE_BYTES = 4 * 1024 * 1024;
const MOST_BYTES = MOST_FILE_BYTES + 64 * 1024;

const Form = AboutFile.extend({
  file: z
    .instanceof(File, { error: 'Choose a file' })
    .refine(({ size }) => size > 0, 'Choose a file that is not empty')
    .refine(
      ({ size }) => size <= MOST_FILE_BYTES,
      'A file to check has at most 4 MB; send a larger one, its receipt says the same',
    ),
});
type Form = z.output<typeof Form>;

const Says = z.object({
  senders: z.array(z.object({ value: z.string(), text: z.string() })),
});

/** `/uploads/check`: what sending a file would say. */
export const checkPageRoute = reading({
  path: '/uploads/check',
  about: 'In whose name you can check a file.',
  action: 'send-file',
  ask: z.object({}),
  on: async () => ({ kind: 'own' }),
  answers: Says,
  async answer(deps, { member, clocks }) {
    const senders = sendersFor(member, await deps.world.on(clocks));
    return { says: { senders: senders.map(({ value, text }) => ({ value, text })) }, tables: [] };
  },
  page: ({ says: { senders } }) => ({
    view: 'uploads/check.njk',
    title: 'Check a file',
    data: { form: formView(choicesOf(senders), {}) },
  }),
});

/** Reads a file as intake would and says what it would say; nothing of it is stored. */
export const checkRoute = doing({
  path: '/uploads/check',
  about:
    'Checks a file (multipart, up to 4 MB): the receipt that sending it would give; nothing is stored.',
  action: 'send-file',
  ask: z.object({}),
  on: async () => ({ kind: 'own' }),
  form: Form,
  mostBytes: MOST_BYTES,
  act: checked,
  again: (deps, asked, { typed }) => formPage(deps, asked, typed),
});

async function checked(
  deps: WebDeps,
  { member, clocks, moment }: Asked<unknown>,
  form: Form,
): Promise<Done | Wrong> {
  const onDay = await deps.world.on(clocks);
  const about = aboutOf(form);
  const practice = about?.practice ?? null;
  const sender = senderNamed(form.sender, { member, onDay, practice });
  if (sender === undefined) {
    const says = 'You cannot send this: choose one of the names, and a practice of yours';
    return { wrong: [{ field: 'sender', says }] };
  }
  const receipt = await checkUpload(deps, {
    fileName: form.file.name.slice(0, 255) || 'file',
    bytes: new Uint8Array(await form.file.arrayBuffer()),
    sender,
    receivedAt: moment,
    asAt: null,
    ...(about !== undefined && { about }),
  });
  return {
    says: saysOf(receipt),
    to: checkedView(receipt),
    audit: {
      did: 'checked-file',
      what: null,
      icb: icbOf(uploadResource({ sender, practice, facts: [] }, onDay)),
    },
  };
}

/** What a program is told: the counts, and every trouble, worst first. */
function saysOf(receipt: Receipt) {
  const { kind, rows, accepted, unchanged, duplicate, rejected, refused, checklist } = receipt;
  return {
    ...{ kind, rows, accepted, unchanged, duplicate, rejected, refused, checklist },
    patient_data: receipt.patientData !== null,
    troubles: troublesTable(receipt).rows,
  };
}

function checkedView(receipt: Receipt): View {
  const { rows, accepted, unchanged, duplicate, rejected, refused, sender } = receipt;
  return {
    view: 'uploads/checked.njk',
    title: 'What sending it would say',
    data: {
      ...receiptData({
        says: {
          upload: '',
          // Said by the sender, perhaps of a patient: a check repeats nothing of it.
          file_name: '',
          sender_role: sender.role,
          sender_org: sender.org ?? null,
          received_at: null,
          sha256: null,
          kind: receipt.kind,
          changed_on: null,
          refused,
          patient_data: receipt.patientData !== null,
          steps: [],
          checklist: receipt.checklist,
          conversation: [],
          practice: null,
          may_review: false,
          may_reply: false,
          may_open: false,
        },
        tables: [troublesTable(receipt)],
      }),
      counts: Object.fromEntries(
        Object.entries({ rows, accepted, unchanged, duplicate, rejected }).map(([key, count]) => [
          key,
          counted(count),
        ]),
      ),
      isTable: receipt.checklist === null,
      isCheck: true,
    },
  };
}

async function formPage(
  deps: WebDeps,
  { member, clocks }: Asked<unknown>,
  typed: Readonly<Record<string, string>>,
): Promise<View> {
  const senders = sendersFor(member, await deps.world.on(clocks));
  return {
    view: 'uploads/check.njk',
    title: 'Check a file',
    data: { form: formView(senders, typed) },
  };
}
