import type { Day } from '../calendar/day.ts';
import type { ReleaseScope } from './release.ts';

/** The folder of one version of a week; `again` counts tries that wrote files and were never linked. */
export function folderOfVersion(week: Day, version: string, again: number): string {
  return `week=${week}/version=${version}${again === 0 ? '' : `-again${again}`}`;
}

/** The folder of a place in it. */
export function folderOf(scope: ReleaseScope): string {
  return scope.type === 'national' ? 'england' : `icb=${scope.code}`;
}
