import type { Day } from '../../calendar/day.ts';
import { type Supplier, supplierFrom } from '../../practice/supplier.ts';
import { parseBritishDate } from '../table/british-date.ts';
import { bad, type CellRead, type CellReader, remembered } from '../table/cells.ts';

/** The remedy where a register file comes from anybody else: a copy might have been changed. (Design: evidence table, whose word.) */
export const ONLY_NATIONAL =
  'It is published by NHS England: ask a national user to send it as it was published. What you say yourself goes into a file of another kind, such as a status return or a supplier extract.';

/** A day in a register file, in any of its spellings; empty: none. It may be long past or still to come. */
export function registerDayCell(): CellReader<Day | null> {
  return remembered((text): CellRead<Day | null> => {
    if (text === '') return { ok: true, value: null };
    const date = parseBritishDate(text);
    return date.ok ? { ok: true, value: date.day } : date;
  });
}

/**
 * The code of a region, ICB, sub-ICB or PCN; empty: none. Three, five or six characters: from April
 * 2026 new ICBs have five and no Q, so no closer form can be asked for.
 */
export const placeCell: CellReader<string | null> = (text) => {
  if (text === '') return { ok: true, value: null };
  const code = text.toUpperCase();
  return /^[A-Z0-9]{3,6}$/.test(code)
    ? { ok: true, value: code }
    : bad(
        'is not the code of a place',
        'Write the ODS code of the place, such as Y63, QHM, D7T5G or 16C, with its leading zeros.',
      );
};

/** "U" stands where a practice belongs to no network. */
export const pcnCell: CellReader<string | null> = (text) =>
  isUnallocated(text) ? { ok: true, value: null } : placeCell(text);

/** A place's name as published; empty: none. */
export const nameCell: CellReader<string | null> = (text) => ({
  ok: true,
  value: text === '' || isUnallocated(text) ? null : text,
});

function isUnallocated(text: string): boolean {
  return /^(u|unallocated)$/i.test(text);
}

/** A supplier as the practice map spells it; one not known is kept as "other", with a warning. */
export const mappedSupplierCell: CellReader<Supplier | null> = (text) => {
  if (text === '' || /^(nk|not known|unknown|null)$/i.test(text)) return { ok: true, value: null };
  const supplier = supplierFrom(text);
  if (supplier !== undefined) return { ok: true, value: supplier };
  if (/^other$/i.test(text)) return { ok: true, value: 'other' };
  return {
    ok: true,
    value: 'other',
    warning: 'SUPPLIER_NAME is not a system supplier that we know: it was read as "other"',
  };
};
