import { coverage } from '../../../../shared/coverage/coverage.ts';
import {
  type CoverageRow,
  DENOMINATORS,
  SCOPE_TYPES,
  type ScopeType,
} from '../../../../shared/coverage/coverage-row.ts';
import {
  type AccountsShown,
  accountsShown,
} from '../../../../shared/coverage/disclosure/accounts-shown.ts';
import { placeNames } from '../../../../shared/coverage/names.ts';
import type { PracticeOnDay } from '../../../../shared/coverage/practice-on-day.ts';
import { policy } from '../practices.ts';

/** One row of one published file, with the practices that everybody knows it to be of. */
export type PublishedRow = {
  readonly row: CoverageRow;
  readonly members: readonly PracticeOnDay[];
  /** In England's own file, and not an ICB's. */
  readonly isOfEngland: boolean;
  /** Of practices that lie in several regions, ICBs or sub-ICBs, whichever the row should lie in. */
  readonly isScattered: boolean;
};

const base = { policy: policy(), names: placeNames([]) };

/** Every row of a week: England's file with all cuts and denominators, and each ICB's own. */
export function publishedOf(practices: readonly PracticeOnDay[]): readonly PublishedRow[] {
  const accounts = accountsShown(practices);
  const icbs = [...new Set(practices.map(({ place }) => place.icb))].filter((icb) => icb !== null);
  return [
    ...fileOf(practices),
    ...icbs.flatMap((icb) =>
      fileOf(
        practices.filter(({ place }) => place.icb === icb),
        accounts,
      ),
    ),
  ];
}

/** England's file works out for itself what may be shown, an ICB's is told. */
function fileOf(practices: readonly PracticeOnDay[], accounts?: AccountsShown): PublishedRow[] {
  const told = accounts === undefined ? {} : { accounts };
  const cuts = accounts === undefined ? SCOPE_TYPES : SCOPE_TYPES.slice(1);
  return cuts.flatMap((by) =>
    DENOMINATORS.flatMap((denominator) =>
      coverage(practices, { ...base, ...told, by, denominator }).map((row) => {
        const members = practices.filter((practice) => isCounted(practice, row));
        const isOfEngland = accounts === undefined;
        return { row, isOfEngland, members, isScattered: placesAround(members, by) > 1 };
      }),
    ),
  );
}

function placesAround(members: readonly PracticeOnDay[], by: ScopeType): number {
  const around = (['region', 'icb', 'sub-icb', 'pcn'] as const).indexOf(by as 'region');
  const places = members.map(({ place }) => [place.region, place.icb, place.subIcb]);
  return new Set(places.map((codes) => JSON.stringify(codes.slice(0, Math.max(0, around))))).size;
}

/** Written from the definitions and not from the code under test. */
function isCounted(practice: PracticeOnDay, { scope_type, scope_code, denominator }: CoverageRow) {
  const { place, supplier, listed, onlineAccounts, accountsWithAccess } = practice;
  if (onlineAccounts === null || accountsWithAccess === null) return false;
  if (denominator !== 'open' && !listed) return false;
  if (denominator === 'programme' && supplier !== 'EMIS' && supplier !== 'TPP') return false;
  const codes: Record<string, string | null> = {
    national: 'ENGLAND',
    region: place.region,
    icb: place.icb,
    'sub-icb': place.subIcb,
    pcn: place.pcn,
    supplier,
  };
  return (codes[String(scope_type)] ?? 'not known') === scope_code;
}
