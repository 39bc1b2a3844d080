import * as z from 'zod';

export const SUPPLIERS = ['EMIS', 'TPP', 'Vision', 'Medicus', 'other'] as const;
/** Who supplies a practice's clinical system. */
export const SupplierSchema = z.enum(SUPPLIERS);
export type Supplier = z.infer<typeof SupplierSchema>;

/** The suppliers that national switch-on dates bind (seeds 000 and 003 name these two and no other). */
export const PROGRAMME_SUPPLIERS: readonly Supplier[] = ['EMIS', 'TPP'];

const SPELLINGS: readonly [RegExp, Supplier][] = [
  [/^(emis|emis(web|health|group|pcs|lv)|egton|egtonmedicalinformationsystems|optum)$/, 'EMIS'],
  [/^((optum)?(emis|emisweb)|(emis|emisweb)optum)$/, 'EMIS'],
  [/^(tpp)?(syste?m(one|1)|s1)(tpp)?$/, 'TPP'],
  [/^(tpp|thephoenixpartnership)$/, 'TPP'],
  [
    /^(vision|vision3|cegedim|cegedim(vision|rx|healthcare|healthcaresolutions)|vision(inps|cegedim))$/,
    'Vision',
  ],
  [/^(inps|inpsvision|invision|inpracticesystems)$/, 'Vision'],
  [/^medicus(health)?$/, 'Medicus'],
];

/**
 * Takes a supplier as files spell it ("EMIS Web", "SystemOne", "VISION (I)"), gives its one name. A list
 * in which one clinical system stands beside others' apps ("EVERGREENLIFE/TPP") gives that system.
 * Undefined for a spelling not known, and for a list that names two clinical systems.
 */
export function supplierFrom(text: string): Supplier | undefined {
  const named = suppliersIn(text);
  return named.length === 1 ? named[0] : undefined;
}

/** The clinical systems that a text names, each once; none where no spelling is known. */
export function suppliersIn(text: string): readonly Supplier[] {
  const whole = oneSupplier(text);
  if (whole !== undefined) return [whole];
  const parts = text.split(/[/,;+&|]|\band\b/i);
  return [...new Set(parts.flatMap((part) => oneSupplier(part) ?? []))];
}

/** True for one supplier alone in a spelling that is known, as against a list with one in it. */
export function isSupplier(text: string): boolean {
  return oneSupplier(text) !== undefined;
}

/** "(I)" stood behind a supplier's name in older national files. */
function oneSupplier(text: string): Supplier | undefined {
  const bare = text
    .toLowerCase()
    .replace(/\(i\)/g, '')
    .replace(/[^a-z0-9]/g, '');
  return SPELLINGS.find(([spelling]) => spelling.test(bare))?.[1];
}
