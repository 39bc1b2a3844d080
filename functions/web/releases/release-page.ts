import { countOf } from '../../../shared/alert/messages/subject-line.ts';
import { type Day, type Instant, longDay } from '../../../shared/calendar/day.ts';
import { counted } from '../../../shared/coverage/figure-words.ts';
import type { Row } from '../../../shared/coverage/table.ts';
import { cellInWords, momentInWords } from '../../../shared/release/page/cell-words.ts';
import { sentenceCase } from '../../../shared/state/words.ts';
import type { Answer, Asked, View } from '../route.ts';
import type { ReleaseAsk } from './release-ask.ts';
import { placeInWords, releasePath } from './release-links.ts';
import type { ReleaseSays } from './release-says.ts';

/** The page of one release. */
export function releaseView(
  { says, tables: [files] }: Answer<ReleaseSays>,
  _asked: Asked<ReleaseAsk>,
): View {
  const { week, version, versions, place, name, note, figures } = says;
  const own = (file: string) => `/releases/${week}/${place}/${file}?version=${version}`;
  return {
    view: 'releases/release.njk',
    title: `Release of ${longDay(week as Day)}`,
    data: {
      caption: `${name ?? placeInWords(place)}, version ${version}`,
      headline: figures === null ? null : headlineOf(figures, week as Day),
      note,
      later: laterThan(says),
      facts: [
        ['Valid at', longDay(says.valid_at as Day)],
        ['Known at', momentInWords(says.known_at as Instant)],
        ['Rules at', longDay(says.rules_at as Day)],
        ['Compared with', longDay(says.compared_with as Day)],
        [
          'Rests on',
          `${countOf(says.uploads, 'file')} received, ${countOf(says.facts, 'fact')} in them`,
        ],
        ['Made by version', says.code_version],
      ].map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
      versions: versions
        .filter((one) => one !== version)
        .map((one) => ({ text: `Version ${one}`, href: releasePath(week, one, place) })),
      places: says.places
        .filter((one) => one !== place)
        .map((one) => ({ text: placeInWords(one), href: releasePath(week, version, one) })),
      files: files!.rows.toSorted(forPeopleFirst).map(({ file, bytes, sha256 }) => ({
        name: String(file),
        href: own(String(file)),
        about: ABOUT[String(file)] ?? `${sentenceCase(String(file).split('.')[0]!)} as CSV`,
        bytes: `${counted(Number(bytes))} bytes`,
        sha256: String(sha256),
      })),
      back: `/releases?place=${place}`,
      chain: `/chain?place=${place}`,
    },
  };
}

/** What people read stands before what machines do; otherwise by name. */
function forPeopleFirst(a: Row, b: Row): number {
  const rank = ({ file }: Row) => FOR_PEOPLE.indexOf(String(file));
  return rank(b) - rank(a);
}

/** Last first. */
const FOR_PEOPLE = ['practices.csv', 'coverage.csv', 'report.xlsx', 'report.html'];

/** What a file is, where its name does not say it. */
const ABOUT: Readonly<Record<string, string>> = {
  'report.html': 'The report as one page, to read or print',
  'report.xlsx': 'The tables as an Excel workbook',
  'coverage.json': 'The tables as JSON',
  'practices.parquet': 'Each practice, as Parquet',
  'denominator.csv': 'For each code of the register whether it is counted, and why, as CSV',
  'moved.csv': 'Each practice that moved, step by step, as CSV',
  'movement.csv': 'What changed in each place, by cause, as CSV',
  'published.csv': 'Our figures beside published ones, as CSV',
  'trend.csv': 'Every week of each place, as CSV',
  'xmr.csv': 'Practices newly live per week, with limits, as CSV',
  'manifest.json': 'What the release was made from, and the hash of every file',
};

function headlineOf(figures: NonNullable<ReleaseSays['figures']>, week: Day): string {
  const share = (key: keyof typeof figures) => cellInWords(figures[key], 'share');
  return `On ${longDay(week)} ${counted(figures.live)} of ${counted(figures.practices)} open practices were live (${share('live_pct')}; between ${share('live_pct_lower')} and ${share('live_pct_upper')}, unknowns counted both ways). They had ${counted(figures.patients_live)} of ${counted(figures.patients)} registered patients (${share('patients_live_pct')}).`;
}

/** A reader of an older version is told of the newest. */
function laterThan({ week, version, versions: [newest], place }: ReleaseSays) {
  if (newest === undefined || newest === version) return null;
  return { text: `version ${newest}`, href: releasePath(week, newest, place) };
}
