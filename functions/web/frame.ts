import { type Action, may } from '../../shared/access/may.ts';
import type { Member, Role } from '../../shared/access/member.ts';
import type { Frame, NavigationItem } from './draw.ts';

/** A place of the service: where it is, what it is called, what it is for, and what its reader must be allowed. */
export type Place = {
  readonly href: string;
  readonly text: string;
  readonly about: string;
  readonly action: Action;
};

/** Everything that stands on the start page, in the order of the flow. */
const PLACES: readonly Place[] = [
  {
    href: '/practices',
    text: 'Practices',
    about: 'Each practice’s status, why it is that, and what would change it',
    action: 'read-practices',
  },
  {
    href: '/uploads/new',
    text: 'Send a file',
    about: 'A return, extract, letter, plan or DPIA',
    action: 'send-file',
  },
  {
    href: '/uploads',
    text: 'Uploads',
    about: 'What was sent, and what became of it',
    action: 'read-uploads',
  },
  {
    href: '/uploads/check',
    text: 'Check a file',
    about: 'What sending it would say, with nothing of it stored',
    action: 'send-file',
  },
  {
    href: '/reviews',
    text: 'Reviews',
    about: 'Documents that wait for the ICB’s judgement',
    action: 'review',
  },
  {
    href: '/coverage',
    text: 'Coverage',
    about: 'Practices and patients covered, by every geography, on any day',
    action: 'read-figures',
  },
  {
    href: '/moved',
    text: 'Who moved',
    about: 'Which practices changed between two weeks, and why',
    action: 'read-figures',
  },
  {
    href: '/compare',
    text: 'Compare weeks',
    about: 'The figures of two weeks side by side',
    action: 'read-figures',
  },
  {
    href: '/trend',
    text: 'Trend',
    about: 'Coverage and newly live practices week by week',
    action: 'read-figures',
  },
  {
    href: '/forecast',
    text: 'Forecast',
    about: 'When a target will be reached, as a range',
    action: 'read-figures',
  },
  {
    href: '/contradictions',
    text: 'Contradictions',
    about: 'What practices say against what extracts show',
    action: 'read-practices',
  },
  {
    href: '/releases',
    text: 'Releases',
    about: 'The published weekly reports, to download',
    action: 'read-releases',
  },
  {
    href: '/alerts',
    text: 'Alerts',
    about: 'Practices that have stalled, worst first',
    action: 'read-alerts',
  },
  {
    href: '/subscriptions',
    text: 'Subscriptions',
    about: 'Who is told of alerts, and how soon',
    action: 'subscribe',
  },
  {
    href: '/digest',
    text: 'Digest',
    about: 'The weekly mail, as it will be sent',
    action: 'subscribe',
  },
  {
    href: '/dpias',
    text: 'DPIA register',
    about: 'Data protection impact assessments, outcomes and reviews',
    action: 'read-dpias',
  },
  {
    href: '/chain',
    text: 'Chain of releases',
    about: 'Check that nothing published was altered',
    action: 'check-chain',
  },
  { href: '/audit', text: 'Audit', about: 'Who did what, and when', action: 'read-audit' },
  {
    href: '/templates',
    text: 'Templates',
    about: 'Empty files to fill in',
    action: 'read-guidance',
  },
];

/** What each role comes for most: the few that fit into a header. */
const FIRST: Readonly<Record<Role, readonly string[]>> = {
  practice: ['/uploads/new', '/uploads', '/alerts', '/templates'],
  'pcn-manager': ['/practices', '/uploads/new', '/uploads', '/alerts', '/templates'],
  supplier: ['/uploads/new', '/uploads', '/templates'],
  analyst: ['/coverage', '/practices', '/moved', '/trend', '/reviews', '/releases'],
  commissioner: ['/alerts', '/practices', '/coverage', '/subscriptions', '/digest', '/reviews'],
  'ig-officer': ['/chain', '/dpias', '/audit', '/coverage', '/practices', '/uploads'],
  national: ['/coverage', '/practices', '/alerts', '/releases', '/uploads', '/dpias'],
};

const FOOTING: readonly NavigationItem[] = [
  { text: 'Glossary', href: '/glossary' },
  { text: 'The rules', href: '/rules' },
  { text: 'API', href: '/api' },
  { text: 'Accessibility statement', href: '/accessibility' },
  { text: 'Cookies', href: '/cookies' },
];

/** The places that a member may open. */
export function placesFor(member: Member): readonly Place[] {
  return PLACES.filter(({ action }) => may(member, action, { kind: 'own' }));
}

/** What stands round a page: the member's places, their name, the way out; for nobody, the way in. */
export function frameOf(member: Member | null, path: string): Frame {
  if (member === null) {
    return { account: [{ text: 'Sign in', href: '/sign-in' }], navigation: [], footing: [] };
  }
  const places = placesFor(member);
  const first = FIRST[member.role].flatMap(
    (href) => places.find((place) => place.href === href) ?? [],
  );
  const [current] = first
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .toSorted((a, b) => b.href.length - a.href.length);
  const start = { text: 'Start', href: '/', ...(path === '/' && { active: true }) };
  return {
    account: [
      { text: member.name, icon: true },
      { text: 'Sign out', action: '/sign-out' },
    ],
    navigation: [
      start,
      ...first.map(({ href, text }) => ({
        href,
        text,
        ...(current?.href === href && { active: true }),
      })),
    ],
    footing: FOOTING,
  };
}
