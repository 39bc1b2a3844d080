// Stands in for the worker: tells what it can see and do.
import { writeFileSync } from 'node:fs';

function canWrite() {
  try {
    writeFileSync(new URL('./written-by-a-worker', import.meta.url), '');
    return true;
  } catch {
    return false;
  }
}

process.send('ready');
process.send({ sees: Object.keys(process.env), canWrite: canWrite(), length: process.argv[2] });
