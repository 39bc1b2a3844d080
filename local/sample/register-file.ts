import type { Day } from '../../shared/calendar/day.ts';
import type { Actor } from './actor.ts';
import { csvText, quotedLine } from './csv-text.ts';
import type { Outsider } from './outsiders.ts';
import { type Issue, momentOf, REGISTER_FILES } from './programme-dates.ts';
import type { SampleFile } from './sample.ts';

/** The quarterly register files, as epraccur was published to 2025: 27 quoted columns, no header, undated. */
export function registerFiles(
  actors: readonly Actor[],
  others: readonly Outsider[],
): readonly SampleFile[] {
  return REGISTER_FILES.map((issue) => {
    const rows = actors.flatMap((actor) => rowOf(actor, issue));
    const lines = [...rows, ...others.map(outsiderRow)].map(quotedLine);
    return {
      name: `epraccur-${issue.on}.csv`,
      text: csvText(lines),
      sender: { role: 'national' as const },
      receivedAt: momentOf(issue.receivedOn, '08:30'),
      asAt: issue.on,
    };
  });
}

type Entry = {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly icb: string;
  readonly subIcb: string;
  readonly postcode: string;
  readonly telephone: string;
  readonly openedOn: Day;
  readonly closedOn: Day | null;
  readonly status: 'A' | 'C' | 'D' | 'P';
  readonly setting: string;
};

/** A practice's row, or none before the register has heard of it. */
function rowOf({ practice, closedOn, listedFrom }: Actor, { on }: Issue): readonly string[][] {
  const { subIcb, openedOn } = practice;
  const isProposed = openedOn > on;
  if (listedFrom > on) return [];
  const isClosed = closedOn !== null && closedOn <= on;
  const row = columns({
    ...practice,
    region: subIcb.icb.region.code,
    icb: subIcb.icb.code,
    subIcb: subIcb.code,
    closedOn: isClosed ? closedOn : null,
    status: isClosed ? 'C' : isProposed ? 'P' : 'A',
    setting: '4',
  });
  return [row];
}

function outsiderRow(other: Outsider): string[] {
  const { subIcb } = other.near;
  const isWelsh = other.kind === 'wales';
  return columns({
    ...other,
    region: isWelsh ? 'W00' : subIcb.icb.region.code,
    icb: isWelsh ? 'Q99' : subIcb.icb.code,
    subIcb: isWelsh ? '7A3' : subIcb.code,
    status: other.kind === 'dormant' ? 'D' : other.kind === 'closed' ? 'C' : 'A',
  });
}

/** The 27 columns in the order of the ODS specification. */
function columns(entry: Entry): string[] {
  const compact = (on: Day | null) => on?.replaceAll('-', '') ?? '';
  const address = ['MADE-UP HOUSE', 'NOWHERE LANE', 'NO TOWN', 'NO COUNTY', ''];
  return [
    ...[entry.code, entry.name, entry.region, entry.icb, ...address, entry.postcode],
    ...[compact(entry.openedOn), compact(entry.closedOn), entry.status, 'B', entry.subIcb],
    ...['20220701', compact(entry.closedOn), entry.telephone, '', '', '', '0', ''],
    ...[entry.subIcb, '', entry.setting, ''],
  ];
}
