import { may } from '../../../shared/access/may.ts';
import type { Resource } from '../../../shared/access/resource.ts';
import { type Day, londonDay, longDay } from '../../../shared/calendar/day.ts';
import type { Table } from '../../../shared/coverage/table.ts';
import { conversationOn, wordsIn } from '../../../shared/intake/acts/conversation.ts';
import type { Receipt } from '../../../shared/intake/receipt/receipt.ts';
import type { StateChange, StateInShort } from '../../../shared/state/changed-by.ts';
import { LABEL_WORDS, SIGNAL_WORDS, sentenceCase } from '../../../shared/state/words.ts';
import { changesOf } from '../../intake/upload-changes.ts';
import type { WebDeps } from '../deps.ts';
import { type Answer, type Asked, reading } from '../route.ts';
import { receiptView } from './receipt-page.ts';
import { ReceiptSays, UploadAsk } from './receipt-says.ts';
import { stepsOf } from './receipt-steps.ts';
import { troublesTable } from './troubles-table.ts';
import { placeOf, uploadResource } from './upload-resource.ts';

/** `/uploads/:id`: the receipt of one upload, filling in as its steps are done. */
export const receiptRoute = reading({
  path: '/uploads/:id',
  about: 'The receipt of an upload: how far it is, what was wrong, what it changed.',
  action: 'read-upload',
  ask: UploadAsk,
  on: uploadAsked,
  answers: ReceiptSays,
  answer: answerOf,
  page: receiptView,
});

/** The upload that an address names; null where nobody announced one. */
export async function uploadAsked(
  deps: WebDeps,
  { ask: { id }, clocks }: Asked<UploadAsk>,
): Promise<Extract<Resource, { kind: 'upload' }> | null> {
  const announced = await deps.work.announcement(id);
  if (announced === undefined) return null;
  const facts = (await deps.ledger.of(id)) ?? [];
  const practice = announced.about?.practice ?? null;
  return uploadResource({ sender: announced.sender, practice, facts }, await deps.world.on(clocks));
}

async function answerOf(
  deps: WebDeps,
  asked: Asked<UploadAsk>,
): Promise<Answer<ReceiptSays> | null> {
  const { id } = asked.ask;
  const announced = await deps.work.announcement(id);
  if (announced === undefined) return null;
  const receipt = (await deps.work.receipt(id)) ?? null;
  const hasArrived = receipt !== null || (await deps.work.arrived(id)) !== undefined;
  const changedOn = receipt === null ? null : dayOfChanges(deps, receipt);
  const changes = changedOn === null ? [] : await changesSeen(deps, asked, receipt!, changedOn);
  const isSettled = receipt !== null && (await areSettled(deps, receipt));
  const says = {
    upload: id,
    file_name: announced.fileName,
    sender_role: announced.sender.role,
    sender_org: announced.sender.org ?? null,
    received_at: receipt?.receivedAt ?? null,
    sha256: receipt?.sha256 ?? null,
    kind: receipt?.kind ?? null,
    changed_on: changedOn,
    refused: receipt?.refused ?? null,
    patient_data: receipt !== null && receipt.patientData !== null,
    steps: [...stepsOf({ hasArrived, receipt, isSettled })],
    checklist: receipt?.checklist ?? null,
    ...(await aroundDocument(deps, asked, receipt)),
  };
  const tables =
    receipt === null ? [] : [troublesTable(receipt), changesTable(changes, changedOn!)];
  return { says, tables };
}

/** States are shown as at the day of receipt; pages of made-up data show the last day of its story, and so does this. */
function dayOfChanges({ today }: WebDeps, { receivedAt }: Receipt): Day {
  const [received, last] = [londonDay(receivedAt), today()];
  return received < last ? received : last;
}

/** What it changed, in practices that its reader may see: some send for practices of others. */
async function changesSeen(
  deps: WebDeps,
  { member, clocks }: Asked<UploadAsk>,
  receipt: Receipt,
  validAt: Day,
): Promise<readonly StateChange[]> {
  const changes = await changesOf(deps, receipt, { validAt });
  const onDay = await deps.world.on(clocks);
  return changes.filter(({ practice }) =>
    may(member, 'read-practice', { kind: 'practice', ...placeOf(practice, onDay) }),
  );
}

/** Whether the first practice of which it said something has a state that was worked out from all that is known. */
async function areSettled(deps: WebDeps, { uploadId, facts }: Receipt): Promise<boolean> {
  if (facts === 0) return true;
  const [fact] = (await deps.ledger.of(uploadId)) ?? [];
  if (fact === undefined) return false;
  const state = await deps.states.of(fact.practice);
  return state !== undefined && state.factCount >= (await deps.index.of(fact.practice)).length;
}

async function aroundDocument(
  deps: WebDeps,
  { member, ask, clocks, moment }: Asked<UploadAsk>,
  receipt: Receipt | null,
) {
  const upload = await uploadAsked(deps, {
    ask,
    member,
    clocks,
    moment,
    query: new URLSearchParams(),
  });
  const practice = upload?.practice ?? null;
  const isDocument = receipt !== null && receipt.checklist !== null && !receipt.refused;
  // By the index, which knows at once what was just said.
  const known = practice === null ? [] : await deps.index.of(practice.code);
  const inPractice = practice === null ? null : ({ kind: 'practice', ...practice } as const);
  // Whoever sent it for a practice that has left them since sees what they sent, and not what was said later.
  const hears = inPractice !== null && may(member, 'read-practice', inPractice);
  const said = isDocument && hears ? conversationOn(receipt.sha256, known) : [];
  const isReviewed = said.some(({ fact }) => fact.kind === 'review');
  return {
    conversation: await Promise.all(said.map((one) => saidOf(deps, one))),
    practice: practice?.code ?? null,
    may_review: isDocument && inPractice !== null && may(member, 'review', inPractice),
    may_reply: isReviewed && inPractice !== null && may(member, 'reply', inPractice),
    may_open:
      receipt !== null &&
      !receipt.refused &&
      upload !== null &&
      may(member, 'read-original', upload) &&
      (await deps.originals.get(receipt.sha256)) !== undefined,
  };
}

async function saidOf(
  deps: WebDeps,
  { fact, original }: ReturnType<typeof conversationOn>[number],
) {
  return {
    kind: fact.kind,
    judgement: fact.kind === 'review' ? fact.values.judgement : null,
    by: fact.source.sender.org ?? fact.source.sender.role,
    at: fact.receivedAt,
    words: wordsIn(await deps.originals.get(original)),
  };
}

function changesTable(changes: readonly StateChange[], on: Day): Table {
  const words = (state: StateInShort | null) =>
    state === null ? 'Nothing was known of it' : stateInWords(state);
  return {
    name: 'changes',
    title: `What it changed, as at ${longDay(on)}`,
    says: 'Each practice whose status, or what is said beside it, the upload changed.',
    columns: [
      { key: 'practice_code', heading: 'Practice', holds: 'code' },
      { key: 'practice_name', heading: 'Name', holds: 'text' },
      { key: 'from', heading: 'Was', holds: 'text' },
      { key: 'to', heading: 'Is', holds: 'text' },
    ],
    rows: changes.map(({ practice, name, from, to }) => ({
      practice_code: practice,
      practice_name: name,
      from: words(from),
      to: words(to),
    })),
  };
}

/** The status with what is said beside it: two that differ never read alike. */
function stateInWords({ status, towards, labels, signals }: StateInShort): string {
  const toward = towards === null ? '' : ` (towards ${towards})`;
  const beside = [
    ...labels.map((label) => LABEL_WORDS[label]),
    ...signals.map((signal) => SIGNAL_WORDS[signal]),
  ];
  const [first, ...more] = [`${sentenceCase(status)}${toward}`, ...beside];
  return more.length === 0 ? first! : `${first}. ${more.join(' ')}`;
}
