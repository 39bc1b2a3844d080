import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Clocks } from '../../../shared/calendar/clocks.ts';
import { instant } from '../../../shared/calendar/day.ts';
import { coverage, placeNames } from '../../../shared/coverage/coverage.ts';
import type { Fact, Sender } from '../../../shared/evidence/fact.ts';
import { policyInForce } from '../../../shared/policy/timeline.ts';
import { groupByPractice, practicesOnDay } from '../../../shared/state/practice-on-day.ts';
import { clocks } from '../../shared/builders.ts';
import { type Embedded, startEmbedded } from '../../shared/store/embedded.ts';
import { freshWorld, trackerOf, type World } from './intake-world.ts';

const EXTRACT = 'practice_code,system_supplier,extract_date,default_access,scheduled_date';
const LISTS = 'PUBLICATION,EXTRACT_DATE,TYPE,CODE,SEX,AGE,NUMBER_OF_PATIENTS';

type Sent = { readonly csv: string; readonly on: string; readonly sender: Sender };

/** News, the same news again, a correction, a contradiction, a list that a practice has left, history come late. */
const UPLOADS: readonly Sent[] = [
  {
    csv: `${LISTS}\nGP_PRAC_PAT_LIST,01Oct2022,GP,A81001,ALL,ALL,9000\nGP_PRAC_PAT_LIST,01Oct2022,GP,A81002,ALL,ALL,7000\n`,
    on: '2022-10-03',
    sender: { role: 'national' },
  },
  {
    csv: `${LISTS}\nGP_PRAC_PAT_LIST,01Jan2023,GP,A81001,ALL,ALL,9100\n`,
    on: '2023-01-04',
    sender: { role: 'national' },
  },
  {
    csv: `${EXTRACT}\nA81001,EMIS,2022-10-20,off,2022-12-06\nA81002,TPP,2022-10-20,off,\n`,
    on: '2022-10-24',
    sender: { role: 'supplier' },
  },
  {
    csv: trackerOf('A81001,2022-11-15,EMIS,2022-10-31,', 'A81002,2022-11-15,,,2022-11-01'),
    on: '2022-11-16',
    sender: { role: 'icb', org: 'QHM' },
  },
  {
    csv: trackerOf('A81001,2022-11-15,EMIS,2022-10-31,'),
    on: '2022-11-20',
    sender: { role: 'icb', org: 'QHM' },
  },
  {
    csv: `${EXTRACT}\nA81001,EMIS,2022-12-20,on,\nA81002,TPP,2022-12-20,off,\n`,
    on: '2022-12-22',
    sender: { role: 'supplier' },
  },
  {
    csv: `${EXTRACT}\nA81002,TPP,2022-12-20,on,\n`,
    on: '2022-12-23',
    sender: { role: 'supplier' },
  },
  {
    csv: trackerOf('A81002,2022-10-30,TPP,2022-10-28,'),
    on: '2023-02-01',
    sender: { role: 'practice' },
  },
];

const ASKED: readonly Clocks[] = [
  clocks('2022-10-15'),
  clocks('2022-11-15', { rulesAt: '2022-11-01' }),
  clocks('2022-11-15', { knownAt: '2023-12-01T00:00:00Z', rulesAt: '2022-11-29' }),
  clocks('2022-12-21', { knownAt: '2022-12-22T12:00:00Z' }),
  clocks('2023-03-01'),
];

let dynamo: Embedded;
beforeAll(async () => {
  dynamo = await startEmbedded();
});
afterAll(() => dynamo.stop());

test('any order and any repetition of the same uploads gives the same states and figures under all clocks', async () => {
  const expected = await answersAfter(UPLOADS.keys());
  expect(new Set(expected).size).toBe(ASKED.length);
  const anyOrder = fc.tuple(
    fc.shuffledSubarray([...UPLOADS.keys()], { minLength: UPLOADS.length }),
    fc.array(fc.nat({ max: UPLOADS.length - 1 }), { maxLength: 4 }),
  );
  await fc.assert(
    fc.asyncProperty(anyOrder, async ([order, again]) => {
      expect(await answersAfter([...order, ...again])).toEqual(expected);
    }),
    { numRuns: 12 },
  );
});

/** Takes uploads in, in this order, and asks the ledger and the index everything. */
async function answersAfter(order: Iterable<number>): Promise<readonly string[]> {
  const world = await freshWorld(dynamo);
  try {
    for (const i of order) await take(world, i);
    const { ledger, index } = world.deps();
    const facts = await ledger.all();
    const practices = [...groupByPractice(facts).keys()];
    const indexed = (await Promise.all(practices.map((code) => index.of(code)))).flat();
    expect(answers(indexed)).toEqual(answers(facts));
    return answers(facts);
  } finally {
    await world.remove();
  }
}

async function take(world: World, i: number): Promise<void> {
  const { csv, on, sender } = UPLOADS[i]!;
  const receivedAt = instant(`${on}T09:00:00Z`);
  await world.take(await world.arrives(csv, { uploadId: `upload-${i}`, sender, receivedAt }));
}

function answers(facts: readonly Fact[]): readonly string[] {
  const names = placeNames(facts);
  return ASKED.map((at) => {
    const policy = policyInForce(at);
    const practices = practicesOnDay(groupByPractice(facts), at, policy);
    const rows = coverage(practices, { by: 'supplier', denominator: 'listed', policy, names });
    return JSON.stringify({ practices, rows });
  });
}
