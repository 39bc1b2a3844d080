import type { ChecklistPoint } from './checklist.ts';
import type { GivenDay } from './day-cues.ts';
import { type Evidence, SILENT } from './evidence.ts';
import type { Flow } from './flow.ts';

/** What the checklist says of a point that the document itself denies. */
const DENIED = 'the document says that there is none';

/** Takes what was looked for and what was found, gives its line of the checklist. */
export function pointOf(
  { point, needed }: Pick<ChecklistPoint, 'point' | 'needed'>,
  evidence: Evidence,
  flow: Flow,
): ChecklistPoint {
  const { said } = evidence;
  const at = said === 'silent' ? null : flow.placeOf(evidence.at);
  return { point, found: said === 'yes', at, says: said === 'no' ? DENIED : null, needed };
}

/** The same for a day, which the checklist repeats. */
export function dayPoint(
  { point, needed }: Pick<ChecklistPoint, 'point' | 'needed'>,
  { day, at }: GivenDay,
  flow: Flow,
): ChecklistPoint {
  const place = at === null ? null : flow.placeOf(at);
  return { point, found: day !== null, at: place, says: day, needed };
}

/** Found at an offset of the text; null: not found. */
export function foundAt(at: number | null | undefined): Evidence {
  return at === null || at === undefined ? SILENT : { said: 'yes', at };
}
