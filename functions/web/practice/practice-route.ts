import { may } from '../../../shared/access/may.ts';
import { factInShort } from '../../../shared/coverage/moved/fact-words.ts';
import type { PracticeOnDay } from '../../../shared/coverage/practice-on-day.ts';
import { shownDecision } from '../../../shared/coverage/shown-decision.ts';
import type { Table } from '../../../shared/coverage/table.ts';
import type { Fact } from '../../../shared/evidence/fact.ts';
import { POLICY } from '../../../shared/policy/timeline.ts';
import { checkProof } from '../../../shared/state/check-proof/check-proof.ts';
import { decideInFull } from '../../../shared/state/decide-in-full.ts';
import type { WebDeps } from '../deps.ts';
import { type Answer, type Asked, reading } from '../route.ts';
import { senderInWords } from '../uploads/sender-words.ts';
import { uploadResource } from '../uploads/upload-resource.ts';
import type { OnDay } from '../world.ts';
import { practiceView } from './practice-page.ts';
import { PracticeAsk, PracticeSays, practiceAsked } from './practice-says.ts';
import { remarksOf, reviewedIn } from './remarks.ts';
import { seenClocks } from './seen-clocks.ts';

/** `/practices/:code`: one practice's status, why, and the proof down to the documents. */
export const practiceRoute = reading({
  path: '/practices/:code',
  about: 'One practice’s status, why it is that, what would change it, and the proof.',
  clocks: true,
  // Words that are erased must not stay in a page that is kept.
  keep: ({ says }) => says.remarks.length === 0,
  ask: PracticeAsk,
  action: 'read-practice',
  on: practiceAsked,
  answers: PracticeSays,
  answer: answerOf,
  page: practiceView,
});

async function answerOf(
  deps: WebDeps,
  asked: Asked<PracticeAsk>,
): Promise<Answer<PracticeSays> | null> {
  const { world, index, today } = deps;
  const { member } = asked;
  const { code } = asked.ask;
  const clocks = await seenClocks(deps, code, asked);
  const onDay = await world.on(clocks);
  const practice = onDay.byCode.get(code);
  if (practice === undefined) return null;
  const facts = onDay.known.byPractice.get(code)!;
  const full = decideInFull(facts, clocks);
  const decision = shownDecision(full);
  const seen = new Map<string, boolean>();
  for (const fact of full.proof.used) {
    const { uploadId, sender } = fact.source;
    if (seen.has(uploadId)) continue;
    // Whether it came from a document shows in the fact itself: the file need not be read for it.
    const upload = uploadResource({ sender, practice: null, facts: [fact] }, onDay);
    seen.set(uploadId, may(member, 'read-upload', upload));
  }
  const says = {
    ...placeIn(practice, onDay),
    decision,
    objections: [...checkProof(full, POLICY, facts)],
    // By the index, which knows at once what was just said.
    remarks: await remarksOf(deps, await index.of(code), clocks.knownAt),
    // It is said beside the status of today, by whoever acts for the practice today.
    may_remark:
      clocks.validAt === today() &&
      may(member, 'reply', { kind: 'practice', code, ...practice.place }),
    reviewed: reviewedIn(practice, { member, onDay }),
    uploads: [...seen].flatMap(([uploadId, isSeen]) => (isSeen ? [uploadId] : [])),
  };
  return { says, tables: [factsTable(full.proof.used, new Set(full.proof.decidedBy))] };
}

function placeIn(practice: PracticeOnDay, { names }: OnDay) {
  const { name, place, supplier, patients, listed, configurationSeenOn } = practice;
  return {
    name,
    place,
    icb_name: place.icb === null ? null : (names.icb.get(place.icb) ?? null),
    pcn_name: place.pcn === null ? null : (names.pcn.get(place.pcn) ?? null),
    supplier,
    patients: listed ? patients : null,
    configuration_seen_on: configurationSeenOn,
  };
}

/** The facts of the proof, those that met the clause first. No counts of people, no id that would give one away. */
function factsTable(used: readonly Fact[], decidedBy: ReadonlySet<string>): Table {
  const ordered = [
    ...used.filter(({ id }) => decidedBy.has(id)),
    ...used.filter(({ id }) => !decidedBy.has(id)),
  ];
  return {
    name: 'proof',
    title: 'What the status rests on',
    says: 'One row for each fact of the proof.',
    columns: [
      { key: 'says', heading: 'What it says', holds: 'text' },
      { key: 'effective_on', heading: 'True from', holds: 'day' },
      { key: 'sender', heading: 'From', holds: 'text' },
      { key: 'received_on', heading: 'Received', holds: 'day' },
      { key: 'upload', heading: 'Upload', holds: 'text' },
      { key: 'row', heading: 'Row or page', holds: 'count' },
      { key: 'is_document', heading: 'From a document', holds: 'text' },
      { key: 'decides', heading: 'Meets the clause', holds: 'text' },
    ],
    rows: ordered.map((fact) => ({
      says: factInShort(fact),
      effective_on: fact.effectiveOn,
      sender: senderInWords(fact.source.sender),
      received_on: fact.receivedAt.slice(0, 10),
      upload: fact.source.uploadId,
      row: fact.source.row ?? null,
      is_document: 'document' in fact.values && fact.values.document !== null ? 'yes' : 'no',
      decides: decidedBy.has(fact.id) ? 'yes' : 'no',
    })),
  };
}
