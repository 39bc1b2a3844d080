import type { Member, Role } from '../../../shared/access/member.ts';
import type { PracticeAt } from '../../../shared/access/resource.ts';
import type { Episode } from '../../../shared/alert/episode.ts';
import type { Ladder } from '../../../shared/alert/messages/placed.ts';
import type { Day, Instant } from '../../../shared/calendar/day.ts';
import type { PracticeCode } from '../../../shared/practice/code.ts';
import type { RunClocks } from '../../../shared/store/alert-ports.ts';
import type { WebDeps } from '../deps.ts';
import type { OnDay } from '../world.ts';

/** The day on which alerts are looked at, and England on it. */
export type Look = {
  readonly on: Day;
  /** The run of the alert step that found them; undefined: none has run. */
  readonly lastRun: RunClocks | undefined;
  readonly ladder: Ladder;
  readonly england: OnDay;
};

/**
 * Alerts stand as the last run of the alert step found them; their age and what people did count up to
 * today, or up to the day of that run where it looked at a later one.
 */
export async function lookAtAlerts(
  { episodes, world, today }: Pick<WebDeps, 'episodes' | 'world' | 'today'>,
  moment: Instant,
): Promise<Look> {
  const lastRun = await episodes.lastRun();
  const now = today();
  const on = lastRun !== undefined && lastRun.validAt > now ? lastRun.validAt : now;
  const england = await world.on({ validAt: on, knownAt: moment, rulesAt: on });
  return { on, lastRun, ladder: england.policy.ladder, england };
}

/** A practice with where it is on the day of the look; its place is unknown where nothing is known of it. */
export function practiceAt({ byCode }: OnDay, code: PracticeCode): PracticeAt {
  const place = byCode.get(code)?.place;
  return { code, icb: place?.icb ?? null, pcn: place?.pcn ?? null };
}

const OF_A_PRACTICE: ReadonlySet<Role> = new Set(['practice', 'pcn-manager', 'supplier']);

/** What commissioners note about an alert is for those who oversee practices, as on the pages that mails lead to. */
export function seesActs({ role }: Pick<Member, 'role'>): boolean {
  return !OF_A_PRACTICE.has(role);
}

/** An episode as a member sees it. */
export function seenBy(member: Pick<Member, 'role'>, episode: Episode): Episode {
  return seesActs(member) ? episode : { ...episode, acts: [] };
}
