import type { Clocks } from '../../shared/calendar/clocks.ts';
import { addDays, type Day, type Instant } from '../../shared/calendar/day.ts';
import { clocksOfWeek } from '../../shared/calendar/week.ts';
import { POLICY } from '../../shared/policy/timeline.ts';
import { type Amendment, amendmentOf } from '../../shared/release/amend.ts';
import { headOf, type Link, latestOf } from '../../shared/release/chain.ts';
import { folderOf } from '../../shared/release/folder.ts';
import { ENGLAND } from '../../shared/release/release.ts';
import { type WorkedOut, workOut } from '../../shared/release/worked-out.ts';
import { objectReports, type Reports } from '../../shared/store/object-reports.ts';
import type { Ledger, Objects } from '../../shared/store/ports.ts';
import { jsonOf, manifestIn } from './read-release.ts';
import { writeReleases } from './write-releases.ts';

/** Where a release comes from and goes to. */
export type ReleaseStores = {
  readonly ledger: Pick<Ledger, 'all'>;
  /** The bucket or folder of the releases: `reports/` and `history/`. */
  readonly reports: Objects;
};

/** What one run is to publish. */
export type PublishAsk = {
  /** A Monday. */
  readonly week: Day;
  readonly codeVersion: string;
  readonly madeUp: boolean;
  /** An amendment of a week that was published: why, and as known at which instant. */
  readonly amend?: { readonly note: string; readonly knownAt: Instant };
};

/** `was-published`: the week has a release, nothing was written. */
export type PublishOutcome =
  | {
      readonly outcome: 'published' | 'was-published';
      readonly version: string;
      readonly folder: string;
    }
  | { readonly outcome: 'refused'; readonly why: string };

/** Tries where others publish at the same time: each of them ends with one more release published. */
const TRIES = 5;

/**
 * Publishes the releases of a week, England's and each ICB's: works the figures out, holds every sum and
 * every file against each other, writes the files, and last of all the link of the chain; until then
 * the release does not exist. The same again publishes nothing new. Refuses what does not reconcile, an
 * amendment that changes nothing or of a week without a release. (Design: weekly release.)
 */
export async function publishWeek(
  { ledger, reports: objects }: ReleaseStores,
  ask: PublishAsk,
): Promise<PublishOutcome> {
  const reports = objectReports(objects);
  for (let tried = 0; tried < TRIES; tried++) {
    const outcome = await publishOnce({ ledger, objects, reports }, ask);
    if (outcome !== 'overtaken') return outcome;
  }
  throw new Error(`the release of ${ask.week} was overtaken by others ${TRIES} times`);
}

type Stores = {
  readonly ledger: Pick<Ledger, 'all'>;
  readonly objects: Objects;
  readonly reports: Reports;
};

async function publishOnce(stores: Stores, ask: PublishAsk): Promise<PublishOutcome | 'overtaken'> {
  const { reports, ledger } = stores;
  const chain = await reports.chain();
  const latest = latestOf(chain, ask.week);
  for (const link of chain.filter(({ week }) => week === ask.week)) await keepHistory(stores, link);
  if (latest !== undefined && ask.amend === undefined) return wasPublished(latest);
  const facts = await ledger.all();
  if (facts.length === 0)
    return refused('nothing has been sent yet, so there is nothing to publish');
  const version = await versionOf(reports, { chain, facts, ask, latest });
  if ('published' in version) return wasPublished(version.published);
  if ('refused' in version) return refused(version.refused);
  const written = await writeReleases(stores, { ...version, ...ask, chain, facts });
  if ('broken' in written) return refused(broken(written.broken));
  const { version: number, folder, manifests } = written;
  const link: Link = {
    number: chain.length + 1,
    week: ask.week,
    version: number,
    folder,
    manifests,
    previous: headOf(chain),
  };
  if ((await reports.add(link)) === 'taken') return 'overtaken';
  await keepHistory(stores, link);
  return { outcome: 'published', version: number, folder };
}

/**
 * Lays the practice states of a published version where Athena and DuckDB look for them (docs/history.md).
 * Comes after the link, so that only what was published is there; a run that broke off between is made
 * good by the next one about the week, whatever it is to do.
 */
async function keepHistory({ objects, reports }: Stores, { folder, week, version }: Link) {
  const key = `history/practices/week=${week}/version=${version}/part.parquet`;
  if ((await objects.list(key)).length > 0) return;
  const bytes = await reports.file(`${folder}/${folderOf(ENGLAND)}`, 'practices.parquet');
  if (bytes === undefined) throw new Error(`release ${folder} has no practices.parquet`);
  await objects.putIfAbsent(key, bytes);
}

type Versioned = Pick<Amendment, 'version' | 'restatements'> & {
  readonly note: string | null;
  readonly worked: WorkedOut;
};
type Seen = {
  readonly chain: readonly Link[];
  readonly facts: Parameters<typeof workOut>[0]['facts'];
  readonly ask: PublishAsk;
  readonly latest: Link | undefined;
};

async function versionOf(
  reports: Reports,
  { chain, facts, ask, latest }: Seen,
): Promise<Versioned | { readonly refused: string } | { readonly published: Link }> {
  const { amend, week } = ask;
  if (amend === undefined) {
    const comparedWith = await clocksBefore(reports, chain, week);
    const clocks = clocksOfWeek(week);
    const worked = workOut({ facts, entries: POLICY, clocks, comparedWith });
    return { version: '1.0.0', note: null, restatements: [], worked };
  }
  if (latest === undefined) {
    return { refused: `the week ${week} has no release to amend; publish it first` };
  }
  const was = { manifest: await manifestIn(reports, latest), json: await jsonOf(reports, latest) };
  const { knownAt } = was.manifest.clocks;
  // The same order come twice.
  if (amend.knownAt === knownAt && amend.note === was.manifest.note) return { published: latest };
  if (amend.knownAt < knownAt) {
    return { refused: `version ${latest.version} knows more: it is as known at ${knownAt}` };
  }
  const clocks = { ...was.manifest.clocks, knownAt: amend.knownAt };
  const { comparedWith } = was.manifest;
  const worked = workOut({ facts, entries: POLICY, clocks, comparedWith });
  const amendment = amendmentOf({ was, worked, codeVersion: ask.codeVersion });
  if ('refused' in amendment) return amendment;
  return { ...amendment, note: amend.note, worked };
}

/** The clocks that "who moved" starts from: the latest version of the week before, or what it would have been. */
async function clocksBefore(reports: Reports, chain: readonly Link[], week: Day): Promise<Clocks> {
  const before = latestOf(chain, addDays(week, -7));
  if (before === undefined) return clocksOfWeek(addDays(week, -7));
  return (await manifestIn(reports, before)).clocks;
}

function wasPublished({ version, folder }: Link): PublishOutcome {
  return { outcome: 'was-published', version, folder };
}

function refused(why: string): PublishOutcome {
  return { outcome: 'refused', why };
}

function broken(sums: readonly string[]): string {
  return `the figures do not reconcile, so nothing was published: ${sums.join('; ')}`;
}
