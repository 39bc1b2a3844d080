import * as z from 'zod';
import { may } from '../../../shared/access/may.ts';
import { londonDay } from '../../../shared/calendar/day.ts';
import { byCodeUnits } from '../../../shared/coverage/by-code-units.ts';
import type { PracticeOnDay } from '../../../shared/coverage/practice-on-day.ts';
import type { Table } from '../../../shared/coverage/table.ts';
import type { Fact } from '../../../shared/evidence/fact.ts';
import { standingFacts } from '../../../shared/evidence/known.ts';
import { type DocumentFact, documentKind } from '../../../shared/intake/acts/documents.ts';
import { latestReview } from '../../../shared/intake/acts/review.ts';
import { sentenceCase } from '../../../shared/state/words.ts';
import type { WebDeps } from '../deps.ts';
import { type Answer, type Asked, reading } from '../route.ts';
import { tableView } from '../table-view.ts';
import { senderInWords } from './sender-words.ts';

const Says = z.object({ documents: z.int() });
type Says = z.infer<typeof Says>;

/** `/reviews`: documents of the reader's practices that no ICB has judged yet, oldest first. */
export const reviewsRoute = reading({
  path: '/reviews',
  about: 'Documents that wait for your ICB’s judgement, oldest first.',
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
      list: tableView(table!, {
        shown: ['practice_code', 'practice_name', 'document', 'received_on', 'sender', 'upload'],
        href: (row, key) =>
          key === 'upload'
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
      return waitingOf(facts, moment).map((fact) => ({ practice, fact }));
    })
    .sort((a, b) => byCodeUnits(a.fact.receivedAt + a.fact.id, b.fact.receivedAt + b.fact.id));
  return { says: { documents: waiting.length }, tables: [tableOf(waiting)] };
}

/** What was taken from documents that nobody has judged, one for each document. */
function waitingOf(facts: readonly Fact[], moment: Asked['moment']): readonly DocumentFact[] {
  const documents = new Map<string, DocumentFact>();
  for (const fact of standingFacts(facts, moment)) {
    if (fact.kind !== 'pause-letter' && fact.kind !== 'plan' && fact.kind !== 'dpia') continue;
    const { document } = fact.values;
    if (document === null || documents.has(document)) continue;
    if (latestReview(facts, { practice: fact.practice, of: document }, moment) === undefined) {
      documents.set(document, fact);
    }
  }
  return [...documents.values()];
}

type Waiting = { readonly practice: PracticeOnDay; readonly fact: DocumentFact };

function tableOf(waiting: readonly Waiting[]): Table {
  return {
    name: 'reviews',
    title: 'Documents to review',
    says: 'One row for each document that nobody has judged yet.',
    columns: [
      { key: 'practice_code', heading: 'Practice', holds: 'code' },
      { key: 'practice_name', heading: 'Name', holds: 'text' },
      { key: 'document', heading: 'Document', holds: 'text' },
      { key: 'received_on', heading: 'Received on', holds: 'day' },
      { key: 'sender', heading: 'Sent by', holds: 'text' },
      { key: 'upload', heading: 'Look at it', holds: 'text' },
    ],
    rows: waiting.map(({ practice, fact }) => ({
      practice_code: fact.practice,
      practice_name: practice.name,
      document: documentKind(fact) === 'dpia' ? 'DPIA' : sentenceCase(documentKind(fact)),
      received_on: londonDay(fact.receivedAt),
      sender: senderInWords(fact.source.sender),
      upload: fact.source.uploadId,
    })),
  };
}
