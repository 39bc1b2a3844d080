import fc from 'fast-check';
import { addDays, type Day, day, instant } from '../../../shared/calendar/day.ts';
import type { PracticeOnDay } from '../../../shared/coverage/practice-on-day.ts';
import type { PolicyChange, PolicyEntry, PolicyInForce } from '../../../shared/policy/entry.ts';
import type { PracticeCode } from '../../../shared/practice/code.ts';
import { SUPPLIERS } from '../../../shared/practice/supplier.ts';
import type { Decision, Flag, Signal, Status } from '../../../shared/state/decision.ts';
import { STATUSES } from '../../../shared/state/decision.ts';

/** The day that every practice here is about; sightings age from it. */
const ON = day('2023-12-04');
const DAYS_UNTIL_UNKNOWN = 45;

/** The day so many days before the day that the figures are about. */
export const daysAgo = (days: number): Day => addDays(ON, -days);

type Overrides = Partial<Omit<PracticeOnDay, 'decision' | 'place'>> & {
  code?: string;
  status?: Status;
  signals?: Signal[];
  flags?: Flag[];
  place?: Partial<PracticeOnDay['place']>;
};

/** A live EMIS practice of 10,000 patients, seen ten days ago, with a test's own words over it. */
export function practice(over: Overrides = {}): PracticeOnDay {
  const { code = 'A81001', status = 'live', signals = [], flags = [], place = {}, ...rest } = over;
  return {
    name: 'MADE-UP SURGERY',
    decision: decision({ code, status, signals, flags }),
    place: { region: 'Y63', icb: 'QHM', subIcb: '16C', pcn: 'U12345', ...place },
    supplier: 'EMIS',
    listed: true,
    patients: 10_000,
    onlineAccounts: 4_000,
    accountsWithAccess: 3_000,
    patients104: 50,
    configurationSeenOn: daysAgo(10),
    declaredLive: false,
    declared: null,
    observedOn: (over.status ?? 'live') === 'live',
    bookedFor: null,
    planInForce: false,
    exemptNationally: false,
    outOfScope: null,
    ...rest,
  };
}

/** A practice that the register shuts out, without a list. */
export function closedPractice(over: Overrides = {}): PracticeOnDay {
  return practice({ status: 'out-of-scope', listed: false, patients: 0, ...over });
}

function decision(said: { code: string; status: Status; signals: Signal[]; flags: Flag[] }) {
  const { code, status, signals, flags } = said;
  const made: Decision = {
    practice: code as PracticeCode,
    status,
    clause: status,
    towards: status === 'incomplete' ? 'live' : null,
    flags,
    signals,
    labels: [],
    since: null,
    proof: {
      clause: status,
      used: [],
      decidedBy: [],
      tried: [],
      policy: [],
      considered: { count: 0, digest: '' },
    },
    clocks: { validAt: ON, knownAt: instant(`${ON}T12:00:00Z`), rulesAt: ON },
  };
  return made;
}

function entry<C extends PolicyChange>(change: C): PolicyEntry & { change: C } {
  const from = day('2020-01-01');
  const said = { announcedOn: from, effectiveFrom: from, says: 'Said.', source: 'A test' };
  return { id: JSON.stringify(change), ...said, change, supersedes: [] };
}

type PolicyOverrides = { targets?: [share: number, by: string][]; ageless?: true; on?: Day };

/** A policy under which sightings age after 45 days, with the targets given. */
export function policy({ targets = [], ageless, on = ON }: PolicyOverrides = {}): PolicyInForce {
  const ages = entry({
    topic: 'threshold',
    name: 'days-until-unknown',
    value: DAYS_UNTIL_UNKNOWN,
  } as const);
  return {
    rulesAt: on,
    validAt: on,
    entries: [],
    switchOn: null,
    letterEffect: null,
    contractDuty: null,
    targets: targets.map(([share, by]) => entry({ topic: 'target', share, by: day(by) } as const)),
    ladder: [],
    thresholds: {
      'share-104-over': null,
      'accounts-with-access-under': null,
      'weeks-without-progress': null,
      'days-until-unknown': ageless ? null : ages,
      'days-overdue-booking': null,
      'days-incomplete': null,
      'extracts-missing': null,
    },
  };
}

const code = (...codes: string[]) => fc.option(fc.constantFrom(...codes));
/** Small counts often, so that suppression is met; large ones too. */
const count = fc.oneof(fc.nat({ max: 10 }), fc.nat({ max: 120_000 }));

/** Any practice that the state step could hand over. */
export const anyPractice: fc.Arbitrary<PracticeOnDay> = fc
  .record({
    code: fc.constantFrom('A81001', 'B82002', 'W91003', 'Y00004'),
    status: fc.constantFrom(...STATUSES),
    signals: fc.subarray<Signal>(['restricted', 'declared-live', 'overdue']),
    flags: fc.subarray<Flag>(['unreviewed', 'no-document-seen', 'not-in-register']),
    place: fc.record({
      region: code('Y63', 'Y56'),
      icb: code('QHM', 'QWO', 'D7T5G'),
      subIcb: code('16C', 'a1', 'Z9'),
      pcn: code('U1', 'U2'),
    }),
    supplier: fc.option(fc.constantFrom(...SUPPLIERS)),
    list: fc.option(fc.integer({ min: 1, max: 120_000 })),
    onlineAccounts: fc.option(count),
    accountsWithAccess: fc.option(count),
    seenDaysAgo: fc.option(fc.integer({ min: -5, max: 100 })),
    declaredLive: fc.boolean(),
    planInForce: fc.boolean(),
    exemptNationally: fc.boolean(),
    outOfScope: fc.constant(null),
  })
  .map(({ list, seenDaysAgo, ...rest }) =>
    practice({
      ...rest,
      listed: list !== null,
      patients: list ?? 0,
      // Live is what an extract shows, so a live practice was seen at some time.
      configurationSeenOn:
        seenDaysAgo !== null ? daysAgo(seenDaysAgo) : rest.status === 'live' ? ON : null,
    }),
  );
