import type { Status } from '../../../shared/state/decision.ts';
import { sentenceCase } from '../../../shared/state/words.ts';

/** The colour beside a status's word; never the only thing that says it. */
const COLOURS: Readonly<Record<Status, string>> = {
  'out-of-scope': 'grey',
  conflict: 'red',
  live: 'green',
  'opt-in': 'purple',
  scheduled: 'aqua-green',
  'paused-by-letter': 'orange',
  'working-towards': 'blue',
  reverted: 'red',
  incomplete: 'yellow',
  'no-evidence': 'white',
};

/** A status as a tag of the NHS.UK frontend. */
export function statusTag(status: Status) {
  return { text: sentenceCase(status), colour: COLOURS[status] };
}
