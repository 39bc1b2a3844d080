import type { ScopeType } from './coverage-row.ts';
import type { PlaceNames } from './names.ts';
import type { PracticeOnDay } from './practice-on-day.ts';

/** The scope of practices whose place or supplier no file says; always the last row. */
export const NOT_KNOWN = 'not known';

/** One way to cut the country: where a practice belongs, and what that is called. */
export type Cut = {
  readonly codeOf: (practice: Pick<PracticeOnDay, 'place' | 'supplier'>) => string | null;
  readonly nameOf: (code: string, names: PlaceNames) => string | null;
  readonly notKnown: string;
};

/**
 * The cuts. A practice is in one scope of each, so the rows of any cut add up to England. A PCN may
 * span sub-ICBs and even ICBs (U41591 lies in QJK and QT6): its row counts all of its practices,
 * so PCN rows cannot be put under ICBs.
 */
export const CUTS: Readonly<Record<ScopeType, Cut>> = {
  national: { codeOf: () => 'ENGLAND', nameOf: () => 'England', notKnown: 'Not known' },
  region: {
    codeOf: ({ place }) => place.region,
    nameOf: (code, names) => names.region.get(code) ?? null,
    notKnown: 'Region not known',
  },
  icb: {
    codeOf: ({ place }) => place.icb,
    nameOf: (code, names) => names.icb.get(code) ?? null,
    notKnown: 'ICB not known',
  },
  'sub-icb': {
    codeOf: ({ place }) => place.subIcb,
    nameOf: (code, names) => names.subIcb.get(code) ?? null,
    notKnown: 'Sub-ICB not known',
  },
  pcn: {
    codeOf: ({ place }) => place.pcn,
    nameOf: (code, names) => names.pcn.get(code) ?? null,
    notKnown: 'In no PCN, or not known',
  },
  supplier: {
    codeOf: ({ supplier }) => supplier,
    nameOf: (code) => code,
    notKnown: 'Supplier not known',
  },
};

/** Sorts scope codes in code-unit order, the scope that is not known last. */
export function byCodeNotKnownLast(a: string, b: string): number {
  if (a === b) return 0;
  if (a === NOT_KNOWN) return 1;
  if (b === NOT_KNOWN) return -1;
  return a < b ? -1 : 1;
}
