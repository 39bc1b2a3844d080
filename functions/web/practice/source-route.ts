import { may } from '../../../shared/access/may.ts';
import type { Table } from '../../../shared/coverage/table.ts';
import type { Fact } from '../../../shared/evidence/fact.ts';
import { sentenceCase } from '../../../shared/state/words.ts';
import type { WebDeps } from '../deps.ts';
import { type Answer, type Asked, reading } from '../route.ts';
import { senderInWords } from '../uploads/sender-words.ts';
import { uploadResource } from '../uploads/upload-resource.ts';
import { practiceAsked } from './practice-says.ts';
import { seenClocks } from './seen-clocks.ts';
import { sourceView } from './source-page.ts';
import { SourceAsk, SourceSays } from './source-says.ts';
import { valuesInWords } from './value-words.ts';

/**
 * `/practices/:code/sources/:upload`: what was read of one practice in one file. Most files are about many
 * practices and only their senders may open them; this is the part that is about one.
 */
export const sourceRoute = reading({
  path: '/practices/:code/sources/:upload',
  about: 'What one file says of one practice: each value, its row or page, and the file’s hash.',
  clocks: true,
  ask: SourceAsk,
  action: 'read-practice',
  on: practiceAsked,
  answers: SourceSays,
  answer: answerOf,
  page: sourceView,
});

async function answerOf(
  deps: WebDeps,
  asked: Asked<SourceAsk>,
): Promise<Answer<SourceSays> | null> {
  const { member } = asked;
  const { code, upload } = asked.ask;
  const clocks = await seenClocks(deps, code, asked);
  const onDay = await deps.world.on(clocks);
  const all = (await deps.ledger.of(upload)) ?? [];
  const own = all.filter(
    ({ practice, receivedAt }) => practice === code && receivedAt <= clocks.knownAt,
  );
  const [first] = own;
  if (first === undefined) return null;
  const { sender, sha256, onBehalfOf } = first.source;
  const says = {
    practice: code,
    name: onDay.byCode.get(code)?.name ?? null,
    upload,
    sender: senderInWords(sender),
    on_behalf_of: onBehalfOf ?? null,
    received_at: first.receivedAt,
    sha256,
    may_open: may(
      member,
      'read-upload',
      uploadResource({ sender, practice: null, facts: all }, onDay),
    ),
  };
  return { says, tables: [sourceTable(own)] };
}

function sourceTable(facts: readonly Fact[]): Table {
  return {
    name: 'source',
    title: 'What was read',
    says: 'One row for each value.',
    columns: [
      { key: 'row', heading: 'Row, page or paragraph', holds: 'number' },
      { key: 'kind', heading: 'About', holds: 'text' },
      { key: 'what', heading: 'What', holds: 'text' },
      { key: 'says', heading: 'Says', holds: 'text' },
      { key: 'as_at', heading: 'Speaks of', holds: 'day' },
    ],
    rows: facts.flatMap((fact) =>
      valuesInWords(fact).map(({ what, says }) => ({
        row: fact.source.row ?? null,
        kind: sentenceCase(fact.kind),
        what,
        says,
        as_at: fact.asAt,
      })),
    ),
  };
}
