import { isDay, longDay } from '../shared/calendar/day.ts';
import type { Checklist, ChecklistPoint, FoundAt } from '../shared/intake/document/checklist.ts';

const NAMES = { letter: 'letter', plan: 'plan', dpia: 'DPIA' } as const;

/**
 * Takes what screening found in a document, gives it as lines for a receipt: each point with its place
 * and what it gives, and a mark on those without which the document does not count. Words tell found
 * from not found, never colour alone.
 */
export function checklistLines(checklist: Checklist): string[] {
  const { document, points, untouchedTemplate } = checklist;
  const found = points.filter((point) => point.found).length;
  return [
    `Checklist of the ${NAMES[document]}, screened and not reviewed: ${found} of ${points.length} found`,
    ...(untouchedTemplate ? ['  It is a template that nobody has filled in.'] : []),
    ...points.map(pointLine),
  ];
}

function pointLine(point: ChecklistPoint): string {
  const place = point.at === null ? '' : placeWords(point.at);
  const says =
    point.says === null ? '' : `: ${isDay(point.says) ? longDay(point.says) : point.says}`;
  const needed = point.needed && !point.found ? ' [needed for it to count]' : '';
  return `  ${point.found ? 'found    ' : 'not found'}  ${point.point}${says}${place}${needed}`;
}

function placeWords({ page, paragraph }: FoundAt): string {
  if (page !== undefined) return ` (page ${page})`;
  return paragraph === undefined ? '' : ` (paragraph ${paragraph})`;
}
