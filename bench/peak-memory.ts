import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

// Loaded before the program by first-start.ts (node --import): on exit, writes the most memory that the
// whole process, with all of its threads, ever held (in KiB) to the file named by BENCH_PEAK_FILE.
const file = process.env['BENCH_PEAK_FILE'];
if (isMainThread && file !== undefined) {
  process.on('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS)));
}
