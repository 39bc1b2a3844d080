import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { DaySchema, InstantSchema } from '../shared/calendar/day.ts';
import { coverage, placeNames } from '../shared/coverage/coverage.ts';
import { coverageTable } from '../shared/coverage/coverage-table.ts';
import { SenderSchema } from '../shared/evidence/fact.ts';
import { policyInForce } from '../shared/policy/timeline.ts';
import { groupByPractice, practicesOnDay } from '../shared/state/practice-on-day.ts';
import { AT, factsOf } from './sample-facts.ts';

// Run as a process by whole-cycle.ts: node bench/cycle.ts DIR, where DIR holds files and index.json.
const Index = z.array(
  z.object({
    name: z.string(),
    sender: SenderSchema,
    receivedAt: InstantSchema,
    asAt: DaySchema.nullable(),
  }),
);

const folder = process.argv[2];
if (folder === undefined) throw new Error('name the folder of files: node bench/cycle.ts DIR');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const files = Index.parse(JSON.parse(read('index.json')));

const facts = factsOf(files.map((file) => ({ ...file, text: read(file.name) })));
const policy = policyInForce(AT);
const practices = practicesOnDay(groupByPractice(facts), AT, policy);
const names = placeNames(facts, AT);
process.stdout.write(
  coverageTable(coverage(practices, { by: 'icb', denominator: 'open', policy, names })),
);
