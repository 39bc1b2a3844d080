import { alerts } from './alerts.ts';
import { firstStart } from './first-start.ts';
import { intake } from './intake.ts';
import { million } from './million.ts';
import { nationalWeek } from './national-week.ts';
import { parse } from './parse.ts';
import { proof } from './proof.ts';
import { release } from './release.ts';
import { screening } from './screening.ts';
import { web } from './web.ts';
import { whoMovedOver60Weeks } from './who-moved.ts';
import { wholeCycle } from './whole-cycle.ts';

/** Every benchmark by the name to ask for it: `npm run bench -- proof parse`; without names all run. */
const BENCHES: Readonly<Record<string, () => Promise<readonly string[]>>> = {
  'national-week': nationalWeek,
  alerts,
  intake,
  million,
  parse,
  proof,
  release,
  screening,
  web,
  'who-moved': whoMovedOver60Weeks,
  'whole-cycle': wholeCycle,
  'first-start': firstStart,
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => BENCHES[name] === undefined);
if (unknown === undefined) {
  for (const name of asked.length > 0 ? asked : Object.keys(BENCHES)) {
    console.log(`\n${name}`);
    for (const line of await BENCHES[name]!()) console.log(`  ${line}`);
  }
} else {
  console.error(
    `There is no benchmark "${unknown}". Name any of: ${Object.keys(BENCHES).join(', ')}.`,
  );
  process.exitCode = 2;
}
