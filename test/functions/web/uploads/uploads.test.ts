import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Member } from '../../../../shared/access/member.ts';
import { instant } from '../../../../shared/calendar/day.ts';
import { ADDRESS, PEOPLE, type SmallWeb, smallWeb } from '../small-web.ts';

let web: SmallWeb;
beforeAll(async () => {
  web = await smallWeb();
});
afterAll(() => web.close());

const LETTER = new URL('../../../shared/intake/open/document-fixtures/letter.pdf', import.meta.url);

async function letterFrom(code: string, receivedAt: string) {
  const { uploadId } = await web.machine.handIn({
    bytes: Buffer.concat([await readFile(LETTER), Buffer.from(`\n% ${receivedAt}\n`)]),
    fileName: 'letter.pdf',
    sender: { role: 'practice', org: code },
    receivedAt: instant(receivedAt),
    asAt: null,
    about: { practice: code as never, document: 'letter' },
  });
  await web.machine.settle();
  return uploadId;
}

/** Lists show news once the facts that pages have are a second old. */
const factsAreRead = () => new Promise((later) => setTimeout(later, 1_100));

async function api(member: Member, path: string, init = {}) {
  const answer = await web.ask(member, `/api/v1${path}`, init);
  return { status: answer.status, body: (await answer.json()) as Record<string, never> };
}

describe('a form to send a file with', () => {
  const ask = (member: Member, form: Record<string, string>) =>
    api(member, '/uploads/new', { json: { type: 'csv', what: 'table', ...form } });

  test('leads to storage, and from there to the receipt', async () => {
    const { status, body } = await ask(PEOPLE.practice, { sender: 'practice:A81001' });
    expect(status).toBe(200);
    const { uploadId, url, fields } = body as unknown as {
      uploadId: string;
      url: string;
      fields: Record<string, string>;
    };
    expect(url).toBe(`${ADDRESS}/storage/uploads`);
    expect(fields['success_action_redirect']).toBe(`${ADDRESS}/uploads/${uploadId}`);
    expect(await web.deps.work.announcement(uploadId)).toMatchObject({
      sender: { role: 'practice', org: 'A81001' },
    });
    const receipt = await api(PEOPLE.practice, `/uploads/${uploadId}`);
    expect(receipt.body['says']).toMatchObject({
      steps: [
        { step: 'quarantine', is: 'now' },
        { step: 'scan', is: 'to come' },
        { step: 'checks', is: 'to come' },
        { step: 'facts', is: 'to come' },
        { step: 'state', is: 'to come' },
      ],
    });
  });

  test.each([
    { who: 'practice', form: { sender: 'practice:B81001' }, field: 'sender' },
    { who: 'practice', form: { sender: 'icb:QHM' }, field: 'sender' },
    { who: 'practice', form: { sender: 'national' }, field: 'sender' },
    {
      who: 'practice',
      form: { sender: 'practice:A81001', what: 'plan', type: 'csv' },
      field: 'type',
    },
    {
      who: 'practice',
      form: { sender: 'practice:A81001', what: 'plan', type: 'pdf', practice: 'A81002' },
      field: 'sender',
    },
    { who: 'pcn', form: { sender: 'practice:A81003' }, field: 'sender' },
    { who: 'pcn', form: { sender: 'pcn:U12345', what: 'dpia', type: 'pdf' }, field: 'practice' },
    {
      who: 'analyst',
      form: { sender: 'icb:QHM', what: 'letter', type: 'pdf', practice: 'B81001' },
      field: 'sender',
    },
    {
      who: 'analyst',
      form: { sender: 'icb:QHM', what: 'letter', type: 'pdf', practice: 'nonsense' },
      field: 'practice',
    },
    { who: 'supplier', form: { sender: 'supplier:TPP' }, field: 'sender' },
    { who: 'supplier', form: { sender: 'supplier:EMIS', what: 'virus' }, field: 'what' },
  ] as const)('is not given to $who for $form', async ({ who, form, field }) => {
    const announced = web.deps.work.announce;
    let announcements = 0;
    (web.deps.work as { announce: unknown }).announce = async (upload: never) => {
      announcements += 1;
      return announced(upload);
    };
    const { status, body } = await ask(PEOPLE[who], form);
    (web.deps.work as { announce: unknown }).announce = announced;
    expect(status).toBe(422);
    expect(body['wrong']).toMatchObject([{ field }]);
    expect(announcements).toBe(0);
  });

  test.each([
    { who: 'pcn', form: { sender: 'practice:A81002' } },
    { who: 'pcn', form: { sender: 'pcn:U12345', what: 'dpia', type: 'pdf', practice: 'A81001' } },
    {
      who: 'analyst',
      form: { sender: 'icb:QHM', what: 'letter', type: 'docx', practice: 'a81004' },
    },
    { who: 'supplier', form: { sender: 'supplier:EMIS', type: 'xlsx' } },
    { who: 'national', form: { sender: 'national' } },
  ] as const)('is given to $who for $form', async ({ who, form }) => {
    expect((await ask(PEOPLE[who], form)).status).toBe(200);
  });
});

describe('checking a file', () => {
  const check = (text: string, name = 'return.csv') =>
    web.ask(PEOPLE.practice, '/uploads/check', {
      form: {
        sender: 'practice:A81001',
        what: 'table',
        file: new File([text], name, { type: 'text/html' }),
      },
    });
  const HEAD = 'practice_code,as_at_date,declared_status,comment\n';

  test('says what sending would, and stores nothing', async () => {
    const before = await web.deps.work.receipts(1_000);
    const answer = await check(`${HEAD}A81001,04/12/2023,live,\nA81001,13/13/2023,live,\n`);
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(text).toContain('2 rows: 1 would be accepted');
    expect(text).toContain('1 would be rejected');
    expect(await web.deps.work.receipts(1_000)).toEqual(before);
  });

  test('repeats nothing of patient data, neither from the file nor from its name', async () => {
    const answer = await check(
      `${HEAD}A81001,04/12/2023,live,seen 943 476 5919\n`,
      '943 476 5919.csv',
    );
    const text = await answer.text();
    expect(text).toContain('Patient data');
    expect(text).not.toMatch(/943 ?476 ?5919/);
  });

  test.each([
    { what: 'nothing', text: '', says: 'Choose a file that is not empty' },
    { what: 'more than 4 MB', text: 'x'.repeat(4 * 1024 * 1024 + 1), says: 'has at most 4 MB' },
  ])('of $what is refused at the field', async ({ text, says }) => {
    const answer = await check(text);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(says);
  });

  test('of far too much is refused before it is read', async () => {
    const answer = await check('x'.repeat(6 * 1024 * 1024));
    expect(answer.status).toBe(413);
  });
});

describe('what an upload changed', () => {
  test('is told as at its day, of practices that its reader may see, with more than the status', async () => {
    const { uploadId } = await web.machine.handIn({
      bytes: new TextEncoder().encode(
        'practice_code,system_supplier,extract_date,default_access,default_access_date\n' +
          'A81004,EMIS,28/11/2023,on,27/11/2023\nB81002,EMIS,28/11/2023,on,27/11/2023\n' +
          'A81003,TPP,28/11/2023,off,\n',
      ),
      fileName: 'extract.csv',
      sender: { role: 'supplier', org: 'EMIS' },
      receivedAt: instant('2023-11-29T09:00:00.000Z'),
      asAt: null,
    });
    await web.machine.settle();
    const changed = async (member: Member) => {
      const { body } = await api(member, `/uploads/${uploadId}`);
      const { changes } = body['tables'] as unknown as {
        changes: { title: string; rows: { practice_code: string; from: string; to: string }[] };
      };
      return changes;
    };
    const all = await changed(PEOPLE.national);
    expect(all.title).toBe('What it changed, as at 29 November 2023');
    expect(all.rows.map((row) => row.practice_code)).toEqual(['A81004', 'B81002']);
    for (const { from, to } of all.rows) expect(from).not.toBe(to);
    // A supplier sees no practice: its receipt leads to none.
    expect((await changed(PEOPLE.supplier)).rows).toEqual([]);
    const page = await (await web.ask(PEOPLE.supplier, `/uploads/${uploadId}`)).text();
    expect(page).not.toContain('/practices/');
    expect(page).toContain('EMIS speaks for its own systems only');
    expect(page).toContain('Supplier extract');
  });
});

describe('a document', () => {
  test('waits for a review, is reviewed by its ICB, and answered by its practice', async () => {
    const upload = await letterFrom('A81004', '2023-11-20T09:00:00.000Z');
    await factsAreRead();
    const queue = await web.ask(PEOPLE.analyst, '/reviews');
    expect(await queue.text()).toContain(`/uploads/${upload}`);
    expect((await api(PEOPLE.otherAnalyst, '/reviews')).body['says']).toMatchObject({
      documents: 0,
    });

    const early = await web.ask(
      { ...PEOPLE.practice, scope: { type: 'practices', codes: ['A81004' as never] } },
      `/uploads/${upload}/reply`,
      {
        form: { text: 'It is signed on page 2.' },
      },
    );
    expect(early.status).toBe(422);
    const wrong = await web.ask(PEOPLE.analyst, `/uploads/${upload}/review`, {
      form: { judgement: 'no-outcome-stated' },
    });
    expect(wrong.status).toBe(422);
    const nothing = await web.ask(PEOPLE.analyst, `/uploads/${upload}/review`, {
      form: { note: 'x' },
    });
    expect(await nothing.text()).toContain('Choose a judgement');
    const patient = await web.ask(PEOPLE.analyst, `/uploads/${upload}/review`, {
      form: { judgement: 'accepted', note: 'about 943 476 5919' },
    });
    expect(patient.status).toBe(422);

    const reviewed = await web.ask(PEOPLE.analyst, `/uploads/${upload}/review`, {
      form: { judgement: 'unsigned', note: 'Nobody has signed it.' },
    });
    expect([reviewed.status, reviewed.headers.get('location')]).toEqual([
      303,
      `/uploads/${upload}?done=reviewed`,
    ]);
    await factsAreRead();
    const after = await (await web.ask(PEOPLE.analyst, '/reviews')).text();
    expect(after).not.toContain(`/uploads/${upload}`);
    const owner: Member = {
      ...PEOPLE.practice,
      subject: 'owner',
      scope: { type: 'practices', codes: ['A81004' as never] },
    };
    const replied = await web.ask(owner, `/uploads/${upload}/reply`, {
      form: { text: 'It is signed on page 2.' },
    });
    expect(replied.status).toBe(303);
    const receipt = await (await web.ask(owner, `/uploads/${upload}`)).text();
    expect(receipt).toContain('Nobody has signed it.');
    expect(receipt).toContain('It is signed on page 2.');
    const did = (await web.deps.audit.of(new Date().toISOString().slice(0, 7))).map(
      (one) => one.did,
    );
    expect(did).toEqual(expect.arrayContaining(['reviewed', 'replied']));
  });

  test('of which a change was asked stays in the queue, and comes first again with the reply', async () => {
    const upload = await letterFrom('A81003', '2023-11-24T09:00:00.000Z');
    const owner: Member = {
      ...PEOPLE.practice,
      subject: 'owner-3',
      scope: { type: 'practices', codes: ['A81003' as never] },
    };
    const asked = await web.ask(PEOPLE.analyst, `/uploads/${upload}/review`, {
      form: { judgement: 'change-asked', note: 'Say who signed it.' },
    });
    expect(asked.status).toBe(303);
    await factsAreRead();
    const stateOf = async () => {
      const { body } = await api(PEOPLE.analyst, '/reviews');
      const { reviews } = body['tables'] as unknown as {
        reviews: { rows: Record<string, unknown>[] };
      };
      return reviews.rows.find((row) => row['upload'] === upload)?.['state'];
    };
    expect(await stateOf()).toBe('Change asked, no reply yet');
    // The practice is led from its own page to the document.
    const page = await (await web.ask(owner, '/practices/A81003')).text();
    expect(page).toMatch(new RegExp(`Change asked</a>:[^<]*<a href="/uploads/${upload}"`));
    await web.ask(owner, `/uploads/${upload}/reply`, { form: { text: 'Our partner did.' } });
    await factsAreRead();
    expect(await stateOf()).toBe('The practice has replied');
    // What was done about it is no file that was sent.
    const list = await (await web.ask(owner, '/uploads')).text();
    expect(list).toContain('Pause letter');
    expect(list).not.toContain('reply.json');
  });

  test('can be taken away as it was sent, as what it is, by those who may', async () => {
    const upload = await letterFrom('A81002', '2023-11-21T09:00:00.000Z');
    const receipt = await web.deps.work.receipt(upload);
    const answer = await web.ask(PEOPLE.pcn, `/uploads/${upload}/original`);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${upload}.pdf"`);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const kept = await web.deps.originals.get(receipt!.sha256);
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(kept!))).toBe(true);
    expect((await web.ask(PEOPLE.practice, `/uploads/${upload}/original`)).status).toBe(404);
  });

  test('of a refused upload nothing can be taken away', async () => {
    const { uploadId } = await web.machine.handIn({
      bytes: new TextEncoder().encode('nhs_number\n943 476 5919\n'),
      fileName: 'x.csv',
      sender: { role: 'practice', org: 'A81001' },
      receivedAt: instant('2023-11-22T09:00:00.000Z'),
      asAt: null,
    });
    expect((await web.ask(PEOPLE.practice, `/uploads/${uploadId}/original`)).status).toBe(404);
    const page = await (await web.ask(PEOPLE.practice, `/uploads/${uploadId}`)).text();
    expect(page).toContain('Patient data');
    expect(page).not.toMatch(/943 ?476 ?5919/);
    expect(page).not.toContain('/original');
  });
});
