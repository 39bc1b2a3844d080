import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACTIONS, type Action, may } from '../../../shared/access/may.ts';
import type { MemberScope, Role } from '../../../shared/access/member.ts';
import { ROLES } from '../../../shared/access/member.ts';
import type { PracticeAt, Resource } from '../../../shared/access/resource.ts';
import type { Sender } from '../../../shared/evidence/fact.ts';

const code = (text: string) => text as PracticeAt['code'];
const OURS: PracticeAt = { code: code('A81001'), icb: 'QHM', pcn: 'U12345' };
const NEXT_DOOR: PracticeAt = { code: code('A81002'), icb: 'QHM', pcn: 'U12345' };
const SAME_ICB: PracticeAt = { code: code('A81003'), icb: 'QHM', pcn: 'U12346' };
const ELSEWHERE: PracticeAt = { code: code('B81001'), icb: 'QOX', pcn: 'U54321' };
const NOWHERE: PracticeAt = { code: code('C81001'), icb: null, pcn: null };

const SCOPES = {
  england: { type: 'england' },
  icb: { type: 'icb', code: 'QHM' },
  pcn: { type: 'pcn', code: 'U12345' },
  practices: { type: 'practices', codes: [OURS.code] },
  supplier: { type: 'supplier', code: 'EMIS' },
} as const satisfies Record<string, MemberScope>;

const RESOURCES = {
  guidance: { kind: 'guidance' },
  figures: { kind: 'figures' },
  own: { kind: 'own' },
  ours: { kind: 'practice', ...OURS },
  nextDoor: { kind: 'practice', ...NEXT_DOOR },
  sameIcb: { kind: 'practice', ...SAME_ICB },
  elsewhere: { kind: 'practice', ...ELSEWHERE },
  nowhere: { kind: 'practice', ...NOWHERE },
  icb: { kind: 'icb', code: 'QHM' },
  otherIcb: { kind: 'icb', code: 'QOX' },
  england: { kind: 'england' },
  release: { kind: 'release', place: 'QHM' },
  otherRelease: { kind: 'release', place: 'QOX' },
  englandsRelease: { kind: 'release', place: 'ENGLAND' },
} as const satisfies Record<string, Resource>;
type Name = keyof typeof RESOURCES;

const OPEN: readonly Name[] = ['guidance', 'figures', 'own'];
/** What lies within each scope, whatever is done with it. Everything that is not named is refused. */
const WITHIN: Record<keyof typeof SCOPES, readonly Name[]> = {
  england: Object.keys(RESOURCES) as Name[],
  icb: [...OPEN, 'ours', 'nextDoor', 'sameIcb', 'icb', 'release'],
  pcn: [...OPEN, 'ours', 'nextDoor'],
  practices: [...OPEN, 'ours'],
  supplier: OPEN,
};

/** Who can do what at all. */
const ALL = ROLES;
const NOT_SUPPLIERS = ROLES.filter((role) => role !== 'supplier');
const AT_ICB: readonly Role[] = ['analyst', 'commissioner', 'ig-officer', 'national'];
const CAN: Record<Action, readonly Role[]> = {
  'read-guidance': ALL,
  'read-figures': ALL,
  'read-practices': NOT_SUPPLIERS,
  'read-practice': NOT_SUPPLIERS,
  'read-uploads': ALL,
  'read-upload': ALL,
  'read-original': ALL,
  'send-file': ROLES.filter((role) => role !== 'ig-officer'),
  reply: ['practice', 'pcn-manager'],
  review: ['analyst', 'commissioner'],
  'read-alerts': NOT_SUPPLIERS,
  'act-on-alert': ['commissioner', 'national'],
  subscribe: ['analyst', 'commissioner', 'national'],
  'read-dpias': AT_ICB,
  'read-release': AT_ICB,
  'read-releases': AT_ICB,
  'check-chain': AT_ICB,
  'read-audit': ['ig-officer'],
};

describe('every role x action x scope x resource', () => {
  test.each(ACTIONS)('%s', (action) => {
    for (const role of ROLES) {
      for (const [name, scope] of Object.entries(SCOPES)) {
        const allowed = (Object.keys(RESOURCES) as Name[]).filter((resource) =>
          may({ role, scope }, action, RESOURCES[resource]),
        );
        const within = WITHIN[name as keyof typeof SCOPES];
        const expected = CAN[action].includes(role) ? within : [];
        expect({ role, name, allowed: allowed.sort() }).toEqual({
          role,
          name,
          allowed: [...expected].sort(),
        });
      }
    }
  });
});

describe('uploads', () => {
  const sent = (sender: Sender, practice: PracticeAt | null): Resource => ({
    kind: 'upload',
    sender,
    practice,
  });
  test.each([
    {
      scope: 'practices',
      what: 'its own return',
      upload: sent({ role: 'practice', org: 'A81001' }, null),
      is: true,
    },
    {
      scope: 'practices',
      what: 'a document about it',
      upload: sent({ role: 'icb', org: 'QHM' }, OURS),
      is: true,
    },
    {
      scope: 'practices',
      what: 'the tracker of its ICB',
      upload: sent({ role: 'icb', org: 'QHM' }, null),
      is: false,
    },
    {
      scope: 'practices',
      what: 'a neighbour’s return',
      upload: sent({ role: 'practice', org: 'A81002' }, NEXT_DOOR),
      is: false,
    },
    {
      scope: 'pcn',
      what: 'a return of a practice in it',
      upload: sent({ role: 'practice', org: 'A81002' }, NEXT_DOOR),
      is: true,
    },
    {
      scope: 'pcn',
      what: 'a return of a practice outside',
      upload: sent({ role: 'practice', org: 'A81003' }, SAME_ICB),
      is: false,
    },
    {
      scope: 'icb',
      what: 'its own tracker',
      upload: sent({ role: 'icb', org: 'QHM' }, null),
      is: true,
    },
    {
      scope: 'icb',
      what: 'a document of its practice',
      upload: sent({ role: 'practice', org: 'A81001' }, OURS),
      is: true,
    },
    {
      scope: 'icb',
      what: 'another ICB’s tracker',
      upload: sent({ role: 'icb', org: 'QOX' }, null),
      is: false,
    },
    {
      scope: 'icb',
      what: 'a national register',
      upload: sent({ role: 'national' }, null),
      is: false,
    },
    {
      scope: 'icb',
      what: 'an extract',
      upload: sent({ role: 'supplier', org: 'EMIS' }, null),
      is: false,
    },
    {
      scope: 'supplier',
      what: 'its own extract',
      upload: sent({ role: 'supplier', org: 'EMIS' }, null),
      is: true,
    },
    {
      scope: 'supplier',
      what: 'another supplier’s',
      upload: sent({ role: 'supplier', org: 'TPP' }, null),
      is: false,
    },
    {
      scope: 'supplier',
      what: 'one without a name',
      upload: sent({ role: 'supplier' }, null),
      is: false,
    },
    {
      scope: 'england',
      what: 'anything',
      upload: sent({ role: 'practice', org: 'A81001' }, OURS),
      is: true,
    },
  ] as const)('somebody of $scope reads $what: $is', ({ scope, upload, is }) => {
    const role = scope === 'supplier' ? 'supplier' : 'analyst';
    expect(may({ role, scope: SCOPES[scope] }, 'read-upload', upload)).toBe(is);
  });
});

describe('sending', () => {
  test.each([
    {
      role: 'practice',
      scope: 'practices',
      as: { role: 'practice', org: 'A81001' },
      about: OURS,
      is: true,
    },
    {
      role: 'practice',
      scope: 'practices',
      as: { role: 'practice', org: 'A81002' },
      about: NEXT_DOOR,
      is: false,
    },
    {
      role: 'practice',
      scope: 'practices',
      as: { role: 'practice', org: 'A81001' },
      about: NEXT_DOOR,
      is: false,
    },
    {
      role: 'practice',
      scope: 'practices',
      as: { role: 'icb', org: 'QHM' },
      about: null,
      is: false,
    },
    { role: 'practice', scope: 'practices', as: { role: 'national' }, about: null, is: false },
    {
      role: 'pcn-manager',
      scope: 'pcn',
      as: { role: 'pcn', org: 'U12345' },
      about: null,
      is: true,
    },
    {
      role: 'pcn-manager',
      scope: 'pcn',
      as: { role: 'practice', org: 'A81002' },
      about: NEXT_DOOR,
      is: true,
    },
    {
      role: 'pcn-manager',
      scope: 'pcn',
      as: { role: 'practice', org: 'A81003' },
      about: SAME_ICB,
      is: false,
    },
    {
      role: 'pcn-manager',
      scope: 'pcn',
      as: { role: 'practice', org: 'A81003' },
      about: NEXT_DOOR,
      is: false,
    },
    {
      role: 'pcn-manager',
      scope: 'pcn',
      as: { role: 'practice', org: 'A81002' },
      about: null,
      is: false,
    },
    { role: 'analyst', scope: 'icb', as: { role: 'icb', org: 'QHM' }, about: null, is: true },
    { role: 'analyst', scope: 'icb', as: { role: 'icb', org: 'QHM' }, about: OURS, is: true },
    { role: 'analyst', scope: 'icb', as: { role: 'icb', org: 'QHM' }, about: ELSEWHERE, is: false },
    { role: 'analyst', scope: 'icb', as: { role: 'icb', org: 'QOX' }, about: null, is: false },
    {
      role: 'analyst',
      scope: 'icb',
      as: { role: 'practice', org: 'A81001' },
      about: OURS,
      is: false,
    },
    {
      role: 'supplier',
      scope: 'supplier',
      as: { role: 'supplier', org: 'EMIS' },
      about: null,
      is: true,
    },
    {
      role: 'supplier',
      scope: 'supplier',
      as: { role: 'supplier', org: 'TPP' },
      about: null,
      is: false,
    },
    { role: 'national', scope: 'england', as: { role: 'national' }, about: null, is: true },
    {
      role: 'national',
      scope: 'england',
      as: { role: 'supplier', org: 'EMIS' },
      about: null,
      is: false,
    },
    { role: 'ig-officer', scope: 'england', as: { role: 'national' }, about: null, is: false },
  ] as const)('a $role of $scope as $as.role $as.org about $about.code: $is', (story) => {
    const { role, scope, as, about, is } = story;
    const sender: Resource = { kind: 'sender', sender: as, practice: about };
    expect(may({ role, scope: SCOPES[scope] }, 'send-file', sender)).toBe(is);
  });
});

describe('laws', () => {
  const roles = fc.constantFrom(...ROLES);
  const actions = fc.constantFrom(...ACTIONS);
  const codes = fc.constantFrom('QHM', 'QOX', 'U12345', 'U54321', 'A81001', 'B81001');
  const places = fc.record({
    code: codes.map(code),
    icb: fc.option(codes),
    pcn: fc.option(codes),
  });

  test('nobody but England sees a practice whose place nobody knows, unless it is named', () => {
    fc.assert(
      fc.property(roles, actions, codes, (role, action, place) => {
        for (const scope of [
          { type: 'icb', code: place } as const,
          { type: 'pcn', code: place } as const,
        ]) {
          expect(may({ role, scope }, action, { kind: 'practice', ...NOWHERE })).toBe(false);
        }
      }),
    );
  });

  test('who may do it to a practice may do it as part of England too', () => {
    fc.assert(
      fc.property(roles, actions, places, codes, (role, action, practice, place) => {
        const resource = { kind: 'practice', ...practice } as const;
        const narrow = may({ role, scope: { type: 'icb', code: place } }, action, resource);
        const wide = may({ role, scope: { type: 'england' } }, action, resource);
        if (narrow) expect(wide).toBe(true);
      }),
    );
  });
});
