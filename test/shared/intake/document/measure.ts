import { readDocument } from '../../../../shared/intake/document/read-document.ts';
import { contextOf, openedOf, POINTS, type Story } from './stories/story.ts';

/** How often a point was found or not, rightly or wrongly. */
export type Counts = { found: number; absent: number; missed: number; wrong: number };

/** What screening finds in a story's document, by the short names of the points. */
export function foundIn(story: Story): ReadonlySet<string> {
  const { about = null, sender } = story;
  const read = readDocument(openedOf(story), contextOf({ about, ...(sender && { sender }) }));
  const found = read.checklist?.points.filter(({ found: isFound }) => isFound) ?? [];
  const names = Object.entries(POINTS[story.kind]);
  return new Set(found.map(({ point }) => names.find(([, name]) => name === point)?.[0] ?? point));
}

/** Takes stories, gives for each point of each kind how often screening was right about it. */
export function confusion(stories: readonly Story[]): Map<string, Counts> {
  const table = new Map<string, Counts>();
  for (const story of stories) {
    const found = foundIn(story);
    const there = new Set(story.found.split(' '));
    for (const point of Object.keys(POINTS[story.kind])) {
      const key = `${story.kind}: ${point}`;
      const counts = table.get(key) ?? { found: 0, absent: 0, missed: 0, wrong: 0 };
      table.set(key, counts);
      if (there.has(point)) counts[found.has(point) ? 'found' : 'missed'] += 1;
      else counts[found.has(point) ? 'wrong' : 'absent'] += 1;
    }
  }
  return table;
}

/** The sums over all points. */
export function total(table: ReadonlyMap<string, Counts>): Counts {
  const sum: Counts = { found: 0, absent: 0, missed: 0, wrong: 0 };
  for (const counts of table.values()) {
    for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += counts[key];
  }
  return sum;
}
