import type { ScopeType } from '../../coverage/coverage-row.ts';
import type { ReleaseScope } from '../release.ts';

/** By what a page cuts its place, with the word for it. */
export const CUTS_SHOWN: Readonly<
  Record<ReleaseScope['type'], readonly (readonly [ScopeType, string])[]>
> = {
  national: [
    ['region', 'region'],
    ['icb', 'ICB'],
    ['supplier', 'system supplier'],
  ],
  icb: [
    ['sub-icb', 'sub-ICB'],
    ['pcn', 'PCN'],
    ['supplier', 'system supplier'],
  ],
};
