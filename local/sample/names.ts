import type { Random } from './random.ts';

/** Put on every name, so that nothing in the sample can be taken for a real organisation. */
export const MADE_UP = '(MADE UP)';

const STARTS =
  'AMBER BRACKEN COPPER DAPPLE ELDER FENNEL GORSE HAZEL INGLE JUNIPER KESTREL LARK MARL NETTLE OTTER PEBBLE QUILL ROWAN SORREL TEASEL UMBER VETCH WILLOW YARROW'.split(
    ' ',
  );
const ENDS = 'BECK COMBE DALE FOLD GARTH HOLLOW LEIGH MERE NESS POOL SHAW THORPE WICK WOLD'.split(
  ' ',
);
const KINDS = ['SURGERY', 'MEDICAL CENTRE', 'HEALTH CENTRE', 'MEDICAL PRACTICE', 'GROUP PRACTICE'];

/** A place that is on no map. */
export function placeName(random: Random): string {
  return random.pick(STARTS) + random.pick(ENDS);
}

/**
 * A practice's name. As in the real register names repeat, some hold a comma and a few end in one.
 */
export function practiceName(random: Random): string {
  const name = `${placeName(random)} ${random.pick(KINDS)} ${MADE_UP}`;
  if (random.chance(0.003)) return `${name},`;
  return random.chance(0.02) ? `DR ${random.pick(STARTS)}, ${name}` : name;
}

/** "AMBERMERE" as "Ambermere". */
export function titleCase(name: string): string {
  return name.charAt(0) + name.slice(1).toLowerCase();
}

/** A postcode in ZZ99, which is kept for addresses that do not exist. */
export function postcode(random: Random): string {
  const letters = 'ABDEFGHJLNPQRSTUWXYZ';
  const pair = random.pick([...letters]) + random.pick([...letters]);
  return `ZZ99 ${random.between(0, 9)}${pair}`;
}

/** A telephone number in 01632 960000 to 960999, which is kept for drama. */
export function telephone(random: Random): string {
  return `01632 960${String(random.between(0, 999)).padStart(3, '0')}`;
}
