import type { Day } from '../../shared/calendar/day.ts';
import type { Actor } from './actor.ts';
import { csvLine, csvText } from './csv-text.ts';
import type { Outsider } from './outsiders.ts';
import { LIST_FILES, MAP_FILES, momentOf } from './programme-dates.ts';
import { randomFor } from './random.ts';
import type { SampleFile } from './sample.ts';
import { supplierOn } from './supplier-on.ts';

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
/** How much a list grows or shrinks in a quarter at most. */
const DRIFT = 0.012;

/** The lists of registered patients of each quarter, as gp-reg-pat-prac-all is published. */
export function listFiles(
  actors: readonly Actor[],
  others: readonly Outsider[],
  seed: number,
): readonly SampleFile[] {
  const sizes = new Map<string, number>();
  const random = randomFor(seed, 'lists');
  return LIST_FILES.map(({ on, receivedOn }, quarter) => {
    for (const actor of actors) {
      const before = sizes.get(actor.practice.code);
      const drift = 1 + DRIFT * (2 * random.fraction() - 1);
      const size = before === undefined ? actor.practice.patients : Math.round(before * drift);
      sizes.set(actor.practice.code, actor.practice.patients === 0 ? 0 : Math.max(1, size));
    }
    moveMerged(actors, on, sizes);
    const dormant = others.filter((o) => o.patients > 0).map((o) => listRow(o, on, o.patients));
    const rows = actors
      .filter((a) => isListed(a, on))
      .map((a) => listRow({ ...a.practice, near: a.practice }, on, sizes.get(a.practice.code)!));
    const header =
      'PUBLICATION,EXTRACT_DATE,TYPE,SUB_ICB_LOCATION_CODE,ONS_SUB_ICB_LOCATION_CODE,CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS';
    return {
      name: `gp-reg-pat-prac-all-${on}.csv`,
      text: csvText([header, ...[...rows, ...dormant].map(csvLine)]),
      sender: { role: 'national' as const },
      receivedAt: momentOf(receivedOn, quarter === 0 ? '08:45' : '09:30'),
      asAt: null,
    };
  });
}

/** The patients of a closed practice turn up on its successor's list, once. */
function moveMerged(actors: readonly Actor[], on: Day, sizes: Map<string, number>): void {
  for (const { practice, closedOn, mergedInto } of actors) {
    const moved = sizes.get(practice.code) ?? 0;
    if (closedOn === null || closedOn >= on || mergedInto === null || moved === 0) continue;
    const successor = sizes.get(mergedInto)!;
    if (successor > 0) sizes.set(mergedInto, successor + moved);
    sizes.set(practice.code, 0);
  }
}

/** On the list file of a day: open by then, not yet closed, and keeping a list at all. */
function isListed({ practice, closedOn }: Actor, on: Day): boolean {
  return practice.patients > 0 && practice.openedOn <= on && (closedOn === null || closedOn >= on);
}

type Row = { readonly code: string; readonly postcode: string; readonly near: Actor['practice'] };

function listRow({ code, postcode, near }: Row, on: Day, patients: number): string[] {
  const { subIcb } = near;
  const where = [subIcb.code, subIcb.ons, code, postcode];
  return ['GP_PRAC_PAT_LIST', listDate(on), 'GP', ...where, 'ALL', 'ALL', String(patients)];
}

/** The practice maps: place, network and system supplier of every listed practice. */
export function mapFiles(actors: readonly Actor[]): readonly SampleFile[] {
  const header =
    'PUBLICATION,EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,PRACTICE_POSTCODE,PCN_CODE,PCN_NAME,ONS_SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_NAME,ONS_ICB_CODE,ICB_CODE,ICB_NAME,ONS_COMM_REGION_CODE,COMM_REGION_CODE,COMM_REGION_NAME,SUPPLIER_NAME';
  return MAP_FILES.map(({ on, receivedOn }) => ({
    name: `gp-reg-pat-prac-map-${on}.csv`,
    text: csvText([header, ...actors.filter((a) => isListed(a, on)).map((a) => mapRow(a, on))]),
    sender: { role: 'national' as const },
    receivedAt: momentOf(receivedOn, '09:45'),
    asAt: null,
  }));
}

function mapRow(actor: Actor, on: Day): string {
  const { code, name, postcode, pcn, subIcb } = actor.practice;
  const { icb } = subIcb;
  return csvLine([
    ...['GP_PRAC_PAT_LIST', listDate(on), code, name, postcode],
    ...[pcn?.code ?? 'U', pcn?.name ?? 'Unallocated'],
    ...[subIcb.ons, subIcb.code, subIcb.name, icb.ons, icb.code, icb.name],
    ...[icb.region.ons, icb.region.code, icb.region.name],
    supplierOn(actor, on),
  ]);
}

/** 2022-10-01 as the list files spell it: 01OCT2022. */
function listDate(on: Day): string {
  return `${on.slice(8)}${MONTHS[Number(on.slice(5, 7)) - 1]}${on.slice(0, 4)}`;
}
