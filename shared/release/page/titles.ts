import { longDay } from '../../calendar/day.ts';
import type { ReleaseHead, ReleaseScope } from '../release.ts';

/** The name of the release's scope, its code where no practice map has named it. */
export function scopeName({ name, code }: ReleaseScope): string {
  return name ?? code;
}

/** What the page is called, in its heading, its tab and in print: scope and week among it. */
export function titleOf({ scope, week }: ReleaseHead): string {
  return `Automatic access to new GP record entries: ${scopeName(scope)}, week of ${longDay(week)}`;
}
