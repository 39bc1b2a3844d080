import * as z from 'zod';

export const SUPPLIERS = ['EMIS', 'TPP', 'Vision', 'Medicus', 'other'] as const;
/** Who supplies a practice's clinical system. */
export const SupplierSchema = z.enum(SUPPLIERS);
export type Supplier = z.infer<typeof SupplierSchema>;

/** The suppliers that national switch-on dates bind (seeds 000 and 003 name these two and no other). */
export const PROGRAMME_SUPPLIERS: readonly Supplier[] = ['EMIS', 'TPP'];

const SPELLINGS: readonly [RegExp, Supplier][] = [
  [/^(emis|emisweb|emishealth|egton|egtonmedicalinformationsystems|optum|optumemis)$/, 'EMIS'],
  [/^(tpp|systmone|systemone|tppsystmone|systmonetpp|thephoenixpartnership)$/, 'TPP'],
  [/^(vision|cegedim|inps|cegedimvision|invision|visioni|inpsvision|cegedimrx)$/, 'Vision'],
  [/^medicus(health)?$/, 'Medicus'],
];

/** Takes a supplier as files spell it ("EMIS Web", "SystemOne"), gives its one name, or undefined for a spelling not known. */
export function supplierFrom(text: string): Supplier | undefined {
  const bare = text.toLowerCase().replace(/[^a-z]/g, '');
  return SPELLINGS.find(([spelling]) => spelling.test(bare))?.[1];
}
