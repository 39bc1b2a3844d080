import type { ChecklistPoint } from './checklist.ts';

/** How a point is best written, so that a person and screening both find it. */
export type Examples = Readonly<Record<string, string>>;

/**
 * Takes the points of a checklist and how to write each, gives what to tell the sender of every needed
 * one that was not found: what is lacking, and an example of it. Points are named as the checklist has them.
 */
export function missing(points: readonly ChecklistPoint[], examples: Examples): string[] {
  return points
    .filter(({ needed, found }) => needed && !found)
    .map(({ point, says }) => {
      const example = examples[point];
      const how = example === undefined ? '' : `: write it as "${example}"`;
      const why = says === null ? 'was not found' : 'is said not to be there';
      return `${point} ${why}${how}`;
    });
}
