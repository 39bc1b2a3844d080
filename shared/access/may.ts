import type { Sender } from '../evidence/fact.ts';
import type { Member, MemberScope, Role } from './member.ts';
import type { PracticeAt, Resource } from './resource.ts';

/** What can be done. Every route names one; a route that names none does not start. */
export const ACTIONS = [
  'read-guidance',
  'read-figures',
  'read-practices',
  'read-practice',
  'read-uploads',
  'read-upload',
  'read-original',
  'send-file',
  'reply',
  'review',
  'read-alerts',
  'act-on-alert',
  'subscribe',
  'read-dpias',
  'read-release',
  'read-releases',
  'check-chain',
  'read-audit',
] as const;
export type Action = (typeof ACTIONS)[number];

const EVERYBODY: readonly Role[] = [
  'practice',
  'pcn-manager',
  'supplier',
  'analyst',
  'commissioner',
  'ig-officer',
  'national',
];
const SEE_PRACTICES = EVERYBODY.filter((role) => role !== 'supplier');
const AT_ICB: readonly Role[] = ['analyst', 'commissioner', 'ig-officer', 'national'];

/** Who can do what at all; in whose matters is said by their scope. What stands in no row nobody can. */
const CAN: Readonly<Record<Action, readonly Role[]>> = {
  'read-guidance': EVERYBODY,
  'read-figures': EVERYBODY,
  'read-practices': SEE_PRACTICES,
  'read-practice': SEE_PRACTICES,
  'read-uploads': EVERYBODY,
  'read-upload': EVERYBODY,
  'read-original': EVERYBODY,
  'send-file': ['practice', 'pcn-manager', 'supplier', 'analyst', 'commissioner', 'national'],
  reply: ['practice', 'pcn-manager'],
  review: ['analyst', 'commissioner'],
  'read-alerts': SEE_PRACTICES,
  'act-on-alert': ['commissioner', 'national'],
  subscribe: ['commissioner', 'analyst', 'national'],
  'read-dpias': AT_ICB,
  'read-release': AT_ICB,
  'read-releases': AT_ICB,
  'check-chain': AT_ICB,
  'read-audit': ['ig-officer'],
};

/**
 * Whether a member may do something: their role can do it at all, and the resource is within their scope.
 * Everything else is refused. Pure; a membership that has ended is refused before. (Issue: access.)
 */
export function may(
  { role, scope }: Pick<Member, 'role' | 'scope'>,
  action: Action,
  resource: Resource,
): boolean {
  return CAN[action].includes(role) && isWithin(scope, resource);
}

function isWithin(scope: MemberScope, resource: Resource): boolean {
  switch (resource.kind) {
    case 'guidance':
    case 'figures':
    case 'own':
      return true;
    case 'practice':
      return holds(scope, resource);
    case 'icb':
      return scope.type === 'england' || (scope.type === 'icb' && scope.code === resource.code);
    case 'england':
      return scope.type === 'england';
    case 'release':
      return isWithin(
        scope,
        resource.place === 'ENGLAND' ? { kind: 'england' } : { kind: 'icb', code: resource.place },
      );
    case 'upload':
      return wasSentWithin(scope, resource.sender) || isAbout(scope, resource.practice);
    case 'sender':
      return maySendAs(scope, resource.sender, resource.practice);
    default:
      return resource satisfies never;
  }
}

/** Whether a practice is one of a scope's on the day. */
function holds(scope: MemberScope, { code, icb, pcn }: PracticeAt): boolean {
  switch (scope.type) {
    case 'england':
      return true;
    case 'icb':
      return icb === scope.code;
    case 'pcn':
      return pcn === scope.code;
    case 'practices':
      return scope.codes.includes(code);
    case 'supplier':
      return false;
    default:
      return scope satisfies never;
  }
}

function isAbout(scope: MemberScope, practice: PracticeAt | null): boolean {
  return practice !== null && holds(scope, practice);
}

/** Whether a file came from somebody in the same place. */
function wasSentWithin(scope: MemberScope, { role, org }: Sender): boolean {
  switch (scope.type) {
    case 'england':
      return true;
    case 'icb':
      return role === 'icb' && org === scope.code;
    case 'pcn':
      return role === 'pcn' && org === scope.code;
    case 'practices':
      return role === 'practice' && (scope.codes as readonly string[]).includes(org ?? '');
    case 'supplier':
      return role === 'supplier' && org === scope.code;
    default:
      return scope satisfies never;
  }
}

/** In whose name a file may be sent: their own; a network's manager also in that of its practices. */
function maySendAs(scope: MemberScope, sender: Sender, practice: PracticeAt | null): boolean {
  if (practice !== null && !holds(scope, practice)) return false;
  if (scope.type === 'england') return sender.role === 'national';
  if (scope.type === 'pcn' && sender.role === 'practice') return sender.org === practice?.code;
  return wasSentWithin(scope, sender);
}
