import type { Member, Role } from '../shared/access/member.ts';
import { byCodeUnits } from '../shared/coverage/by-code-units.ts';
import type { PracticeOnDay } from '../shared/coverage/practice-on-day.ts';
import type { Status } from '../shared/state/decision.ts';

/** A member as the page on which people choose who they are shows them. */
export type Person = Pick<Member, 'subject' | 'name'> & { readonly says: string };

const FEWEST_IN_PCN = 3;
const ON_THE_WAY: readonly Status[] = ['paused-by-letter', 'incomplete', 'working-towards'];

/**
 * Ready-made people for one machine, one for each role, who act for places that are there on the day: the
 * network whose practices differ most, one of its practices that is on its way, and its ICB. Takes every
 * practice of the day; the same practices give the same people.
 */
export function readyMadePeople(practices: readonly PracticeOnDay[]): readonly Member[] {
  const everywhere: Member[] = [
    member('national-user', 'Nadia Okafor', { role: 'national', scope: { type: 'england' } }),
    member('national-officer', 'Idris Vaughan', {
      role: 'ig-officer',
      scope: { type: 'england' },
    }),
    member('supplier', 'Sian Prosser', {
      role: 'supplier',
      scope: { type: 'supplier', code: 'EMIS' },
    }),
  ];
  const network = mostVaried(practices);
  if (network === undefined) return everywhere;
  const one = network.find(({ decision }) => ON_THE_WAY.includes(decision.status)) ?? network[0];
  const { icb, pcn } = one!.place as { icb: string; pcn: string };
  const here = { type: 'icb', code: icb } as const;
  return [
    member('practice-manager', 'Priya Sharma', {
      role: 'practice',
      scope: { type: 'practices', codes: [one!.decision.practice] },
    }),
    member('pcn-manager', 'Paul Adeyemi', {
      role: 'pcn-manager',
      scope: { type: 'pcn', code: pcn },
    }),
    member('icb-analyst', 'Ana Whitfield', { role: 'analyst', scope: here }),
    member('commissioner', 'Colin Hughes', { role: 'commissioner', scope: here }),
    member('ig-officer', 'Iris Nakamura', { role: 'ig-officer', scope: here }),
    ...everywhere,
  ];
}

/** The network with practices enough and most different statuses, its practices by code; of equals the first by code. */
function mostVaried(practices: readonly PracticeOnDay[]): readonly PracticeOnDay[] | undefined {
  const open = practices.filter(
    ({ decision, place }) =>
      decision.status !== 'out-of-scope' && place.icb !== null && place.pcn !== null,
  );
  const varietyOf = (own: readonly PracticeOnDay[]) =>
    new Set(own.map(({ decision }) => decision.status)).size;
  const [first] = [...Map.groupBy(open, ({ place }) => `${place.icb} ${place.pcn}`)]
    .filter(([, own]) => own.length >= FEWEST_IN_PCN)
    .sort(([a, as], [b, bs]) => varietyOf(bs) - varietyOf(as) || byCodeUnits(a, b));
  return first?.[1].toSorted((a, b) => byCodeUnits(a.decision.practice, b.decision.practice));
}

function member(
  subject: string,
  name: string,
  { role, scope }: Pick<Member, 'role' | 'scope'>,
): Member {
  return { subject, name, role, scope, endedOn: null };
}

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  practice: 'Practice manager',
  'pcn-manager': 'Manager of a primary care network',
  supplier: 'System supplier',
  analyst: 'ICB analyst',
  commissioner: 'Commissioner',
  'ig-officer': 'Information-governance officer',
  national: 'NHS England',
};

/** Who somebody is, for the page on which people choose: `Practice manager of A81001`. */
export function personOf({ subject, name, role, scope }: Member): Person {
  return { subject, name, says: `${ROLE_WORDS[role]}, ${scopeInWords(scope)}` };
}

/** `practice A81001`, `ICB QHM`, `all of England`. */
export function scopeInWords(scope: Member['scope']): string {
  switch (scope.type) {
    case 'england':
      return 'all of England';
    case 'icb':
      return `ICB ${scope.code}`;
    case 'pcn':
      return `PCN ${scope.code}`;
    case 'practices':
      return `${scope.codes.length === 1 ? 'practice' : 'practices'} ${scope.codes.join(', ')}`;
    case 'supplier':
      return scope.code;
    default:
      return scope satisfies never;
  }
}
