import * as z from 'zod';
import { MOST_UPLOAD_BYTES } from '../../../shared/intake/upload-limits.ts';
import { grantUpload } from '../../intake/grant-upload.ts';
import type { WebDeps } from '../deps.ts';
import {
  type Asked,
  type Done,
  doing,
  reading,
  type Tried,
  type View,
  type Wrong,
} from '../route.ts';
import { aboutOf, formView, SendForm, TYPES } from './send-form.ts';
import { choicesOf, senderNamed, sendersFor } from './senders.ts';
import { icbOf, uploadResource } from './upload-resource.ts';

const Says = z.object({
  senders: z.array(z.object({ value: z.string(), text: z.string() })),
});
const Ask = z.object({
  practice: z.string().max(10).optional().describe('Whose form is filled in'),
});

/** `/uploads/new`: before a file is sent, what it is and in whose name. */
export const newUploadRoute = reading({
  path: '/uploads/new',
  about: 'In whose name you can send a file.',
  action: 'send-file',
  ask: Ask,
  on: async () => ({ kind: 'own' }),
  answers: Says,
  async answer(deps, asked) {
    const senders = await sendersOf(deps, asked);
    return { says: { senders: senders.map(({ value, text }) => ({ value, text })) }, tables: [] };
  },
  page: ({ says }, { query }) => ({
    view: 'uploads/new.njk',
    title: 'Send a file',
    data: {
      form: formView(
        choicesOf(says.senders),
        query.get('practice') ? { sender: `practice:${query.get('practice')}` } : {},
      ),
    },
  }),
});

/** Gives the form that sends the file straight to storage; the API gets its address and fields. */
export const grantRoute = doing({
  path: '/uploads/new',
  about: 'Gives a form (address and fields) with which one file can be sent within five minutes.',
  action: 'send-file',
  ask: Ask,
  on: async () => ({ kind: 'own' }),
  form: SendForm,
  act: granted,
  again: async (deps, asked, { typed }: Tried): Promise<View> => ({
    view: 'uploads/new.njk',
    title: 'Send a file',
    data: { form: formView(await sendersOf(deps, asked), typed) },
  }),
});

async function granted(
  deps: WebDeps,
  { member, clocks }: Asked<unknown>,
  form: SendForm,
): Promise<Done | Wrong> {
  const onDay = await deps.world.on(clocks);
  const about = aboutOf(form);
  const practice = about?.practice ?? null;
  const sender = senderNamed(form.sender, { member, onDay, practice });
  if (sender === undefined) return { wrong: [NOT_THEIRS] };
  if (about !== undefined && practice === null) return { wrong: [WHICH_PRACTICE] };
  const grant = grantUpload({
    ...deps,
    receiptAt: (uploadId) => `${deps.address}/uploads/${uploadId}`,
  });
  const given = await grant({
    sender,
    fileName: `${form.what === 'table' ? 'table' : form.what}.${form.type}`,
    contentType: TYPES[form.type].contentType,
    ...(about !== undefined && { about }),
    ...(sender.role === 'national' && { asAt: form['as-at'] }),
  });
  if ('refused' in given) return { wrong: given.refused.map((says) => ({ field: null, says })) };
  const { uploadId, grant: form_ } = given;
  return {
    says: { uploadId, ...form_ },
    to: {
      view: 'uploads/file.njk',
      title: 'Choose the file',
      data: {
        ...{ url: form_.url, accept: `.${form.type}`, receipt: `/uploads/${uploadId}` },
        fields: Object.entries(form_.fields).map(([name, value]) => ({ name, value })),
        type: TYPES[form.type].text,
        most: MOST_UPLOAD_BYTES,
      },
    },
    audit: {
      did: 'asked-to-send',
      what: uploadId,
      icb: icbOf(uploadResource({ sender, practice, facts: [] }, onDay)),
    },
  };
}

const NOT_THEIRS = {
  field: 'sender',
  says: 'You cannot send this: choose one of the names, and a practice of yours',
} as const;
const WHICH_PRACTICE = {
  field: 'practice',
  says: 'Write the code of the practice that the document is for, like A81001',
} as const;

async function sendersOf({ world }: WebDeps, { member, clocks }: Asked<unknown>) {
  return sendersFor(member, await world.on(clocks));
}
