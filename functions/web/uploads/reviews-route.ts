import * as z from 'zod';
import { may } from '../../../shared/access/may.ts';
import { londonDay } from '../../../shared/calendar/day.ts';
import { byCodeUnits } from '../../../shared/coverage/by-code-units.ts';
import type { PracticeOnDay } from '../../../shared/coverage/practice-on-day.ts';
import type { Table } from '../../../shared/coverage/table.ts';
import type { Fact } from '../../../shared/evidence/fact.ts';
import { standingFacts } from '../../../shared/evidence/known.ts';
import { conversationOn } from '../../../shared/intake/acts/conversation.ts';
import { type DocumentFact, documentKind } from '../../../shared/intake/acts/documents.ts';
import { latestReview } from '../../../shared/intake/acts/review.ts';
import { sentenceCase } from '../../../shared/state/words.ts';
import type { WebDeps } from '../deps.ts';
import { type Answer, type Asked, reading } from '../route.ts';
import { tableView } from '../table-view.ts';
import { senderInWords } from './sender-words.ts';

const Says = z.object({ documents: z.int().describe('That wait for your ICB'), asked: z.int() });
type Says = z.infer<typeof Says>;

/** `/reviews`: documents of the reader's practices that an ICB has something to do with: to judge, or a change asked for. */
export const reviewsRoute = reading({
  path: '/reviews',
  about:
    'Documents that wait for your ICB’s judgement, those whose practice has replied, and those with a change asked for; oldest first.',
  action: 'review',
  ask: z.object({}),
  on: async () => ({ kind: 'own' }),
  answers: Says,
  answer: answerOf,
  page: ({ says, tables: [table] }) => ({
    view: 'uploads/reviews.njk',
    title: 'Reviews',
    data: {
      documents: says.documents,
      asked: says.asked,
      list: tableView(table!, {
        shown: ['document', 'state', 'practice_code', 'practice_name', 'received_on', 'sender'],
        href: (row, key) =>
          key === 'document'
            ? `/uploads/${encodeURIComponent(String(row['upload']))}`
            : key === 'practice_code'
              ? `/practices/${row['practice_code']}`
              : null,
      }),
    },
  }),
});

async function answerOf(
  { world }: WebDeps,
  { member, clocks, moment }: Asked<unknown>,
): Promise<Answer<Says>> {
  const { practices, known } = await world.on(clocks);
  const waiting = practices
    .filter(({ decision, place }) =>
      may(member, 'review', { kind: 'practice', code: decision.practice, ...place }),
    )
    .flatMap((practice) => {
      const facts = known.byPractice.get(practice.decision.practice) ?? [];
      return waitingOf(facts, moment).map((one) => ({ practice, ...one }));
    })
    .sort((a, b) => byCodeUnits(placeInQueue(a), placeInQueue(b)));
  const asked = waiting.filter(({ state }) => state === 'change-asked').length;
  return { says: { documents: waiting.length - asked, asked }, tables: [tableOf(waiting)] };
}

/** What waits for the ICB comes before what waits for the practice. */
function placeInQueue({ state, fact }: Waiting): string {
  return `${STATES.indexOf(state)} ${fact.receivedAt} ${fact.id}`;
}

/** What was taken from documents with which somebody is not done, one for each document. */
function waitingOf(
  facts: readonly Fact[],
  moment: Asked['moment'],
): readonly Omit<Waiting, 'practice'>[] {
  const documents = new Map<string, Omit<Waiting, 'practice'>>();
  for (const fact of standingFacts(facts, moment)) {
    if (fact.kind !== 'pause-letter' && fact.kind !== 'plan' && fact.kind !== 'dpia') continue;
    const { document } = fact.values;
    if (document === null || documents.has(document)) continue;
    const state = stateOf(document, fact, { facts, moment });
    if (state !== null) documents.set(document, { fact, state });
  }
  return [...documents.values()];
}

type Around = { readonly facts: readonly Fact[]; readonly moment: Asked['moment'] };

/** Null: it was accepted or judged out, and there is nothing to do. */
function stateOf(of: string, { practice }: DocumentFact, { facts, moment }: Around): State | null {
  const review = latestReview(facts, { practice, of }, moment);
  if (review === undefined) return 'to-review';
  if (review.values.judgement !== 'change-asked') return null;
  const hasReplied = conversationOn(of, facts).some(
    ({ fact }) => fact.kind === 'reply' && fact.receivedAt > review.receivedAt,
  );
  return hasReplied ? 'replied' : 'change-asked';
}

const STATES = ['to-review', 'replied', 'change-asked'] as const;
type State = (typeof STATES)[number];
const STATE_WORDS: Readonly<Record<State, string>> = {
  'to-review': 'To review',
  replied: 'The practice has replied',
  'change-asked': 'Change asked, no reply yet',
};

type Waiting = {
  readonly practice: PracticeOnDay;
  readonly fact: DocumentFact;
  readonly state: State;
};

function tableOf(waiting: readonly Waiting[]): Table {
  return {
    name: 'reviews',
    title: 'Documents to review',
    says: 'One row for each document to review, replied to, or of which a change was asked.',
    columns: [
      { key: 'practice_code', heading: 'Practice', holds: 'code' },
      { key: 'practice_name', heading: 'Name', holds: 'text' },
      { key: 'document', heading: 'Document', holds: 'text' },
      { key: 'state', heading: 'State', holds: 'text' },
      { key: 'received_on', heading: 'Received on', holds: 'day' },
      { key: 'sender', heading: 'Sent by', holds: 'text' },
      { key: 'upload', heading: 'Look at it', holds: 'text' },
    ],
    rows: waiting.map(({ practice, fact, state }) => ({
      practice_code: fact.practice,
      practice_name: practice.name,
      document: documentKind(fact) === 'dpia' ? 'DPIA' : sentenceCase(documentKind(fact)),
      received_on: londonDay(fact.receivedAt),
      sender: senderInWords(fact.source.sender),
      state: STATE_WORDS[state],
      upload: fact.source.uploadId,
    })),
  };
}
