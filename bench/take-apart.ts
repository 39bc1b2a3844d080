import { readFile } from 'node:fs/promises';
import { instant } from '../shared/calendar/day.ts';
import { open } from '../shared/intake/open/open.ts';
import { screenForPatientData } from '../shared/intake/patient-data/screen.ts';
import { kindOf, readOpened } from '../shared/intake/read-upload.ts';

// A process of its own for one file: opens, screens and reads it as intake does (the opening here and not aside, so that all of it counts), and says in JSON how long
// that took and how much more memory than idle the process held at most.
const [path = ''] = process.argv.slice(2);
const small = new TextEncoder().encode('practice_code,as_at_date\nA81001,04/12/2023\n');
await takenApart(small);
const bytes = new Uint8Array(await readFile(path));
const idle = process.resourceUsage().maxRSS;
const begun = performance.now();
const rows = await takenApart(bytes);
const took = performance.now() - begun;
const mib = (process.resourceUsage().maxRSS - idle) / 1024;
console.log(JSON.stringify({ rows, ms: took, mib }));

async function takenApart(file: Uint8Array): Promise<number> {
  const opened = await open(file);
  screenForPatientData(opened, { fileName: 'file', kind: kindOf(opened) });
  const read = readOpened(opened, {
    ...{ sender: { role: 'icb', org: 'QHM' }, receivedAt: instant('2023-12-10T09:00:00Z') },
    ...{ asAt: null, sha256: 'a'.repeat(64), about: null, mapping: null },
    isRegistered: () => true,
  });
  return read.taken.length;
}
