import type { Episode } from '../../shared/alert/episode.ts';
import { reconciled } from '../../shared/alert/episodes/reconcile.ts';
import type { Sight } from '../../shared/alert/sight.ts';
import type { PracticeCode } from '../../shared/practice/code.ts';
import type { Episodes, RunClocks } from '../../shared/store/alert-ports.ts';
import { atOnce } from '../../shared/store/at-once.ts';

const REQUESTS_AT_ONCE = 8;
/** Tries where other runs, or people, write the same episodes meanwhile. */
const TRIES = 6;

export type UpdateDeps = {
  readonly episodes: Episodes;
  readonly look: (clocks: RunClocks) => Promise<Sight>;
};

export type Updated = {
  readonly sight: Sight;
  /** Every open episode as it stands now, and those of the practices that were looked at closely. */
  readonly episodes: readonly Episode[];
  /** How many episodes were written, by what became of them. */
  readonly opened: number;
  readonly closed: number;
  readonly changed: number;
};

/**
 * Brings the stored episodes to what is found on a run's day. A run that comes late, or again, looks with
 * the latest clocks that any run has noted, and one during which another began looks once more: so the
 * order of runs does not matter, nor that several go at once. An unchanged day writes no episode.
 */
export async function updateEpisodes(
  { episodes, look }: UpdateDeps,
  asked: RunClocks,
): Promise<Updated> {
  let clocks = await episodes.beginRun(asked);
  const counts = { opened: 0, closed: 0, changed: 0 };
  for (;;) {
    const sight = await look(clocks);
    const { written, known } = await settle(episodes, sight);
    counts.opened += written.filter(({ version }) => version === 1).length;
    counts.closed += written.filter(({ closed }) => closed !== null).length;
    counts.changed += written.filter(({ version, closed }) => version > 1 && !closed).length;
    const latest = (await episodes.lastRun()) ?? clocks;
    if (latest.validAt === clocks.validAt && latest.knownAt === clocks.knownAt) {
      return { sight, episodes: latestOf([...known, ...written]), ...counts };
    }
    clocks = latest;
  }
}

type Settled = { readonly written: readonly Episode[]; readonly known: readonly Episode[] };

async function settle(episodes: Episodes, sight: Sight): Promise<Settled> {
  const { validAt: on, knownAt } = sight.clocks;
  const written: Episode[] = [];
  let overtaken: readonly PracticeCode[] = [];
  for (let tried = 0; tried < TRIES; tried++) {
    const known = await knownEpisodes(episodes, sight, overtaken);
    const writes = reconciled({
      ...{ on, knownAt, found: sight.found, episodes: known, policy: sight.policy },
    });
    // What goes on must be there before what passed it on is closed.
    const waves = [
      writes.filter((e) => e.closed === null),
      writes.filter((e) => e.closed !== null),
    ];
    const lost: Episode[] = [];
    for (const wave of waves) {
      const outcomes = await atOnce(REQUESTS_AT_ONCE, wave, (episode) => episodes.save(episode));
      for (const [i, episode] of wave.entries()) {
        (outcomes[i] === 'saved' ? written : lost).push(episode);
      }
      // What closes may name what was lost: it is looked at again first.
      if (lost.length > 0) break;
    }
    if (lost.length === 0) return { written, known };
    overtaken = lost.map(({ alert }) => alert.practice);
  }
  throw new Error(`episodes were overtaken by other writers ${TRIES} times`);
}

/**
 * Every open episode, and all of each practice with an alert that none of them is about. The list of open
 * ones may be a moment old, so practices in doubt are read for sure; the later version of each counts.
 */
async function knownEpisodes(
  episodes: Episodes,
  { found }: Sight,
  inDoubt: readonly PracticeCode[],
): Promise<readonly Episode[]> {
  const open = await episodes.open();
  const isOpen = new Set(open.map(({ alert }) => `${alert.practice} ${alert.rule}`));
  const asked = new Set(inDoubt);
  for (const { practice, alerts } of found.values()) {
    if (alerts.some(({ rule }) => !isOpen.has(`${practice} ${rule}`))) asked.add(practice);
  }
  const own = await atOnce(REQUESTS_AT_ONCE, [...asked], (code) => episodes.ofPractice(code));
  return latestOf([...open, ...own.flat()]);
}

/** Each episode once, as written last. */
function latestOf(episodes: readonly Episode[]): readonly Episode[] {
  const latest = new Map<string, Episode>();
  for (const episode of episodes) {
    const other = latest.get(episode.id);
    if (other === undefined || other.version < episode.version) latest.set(episode.id, episode);
  }
  return [...latest.values()];
}
