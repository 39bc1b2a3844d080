import { hasDecimal, type Shown } from '../coverage/disclosure/shown-count.ts';
import type { Column, Row } from '../coverage/table.ts';

/**
 * True where a share of people below England is of too few for a decimal place (disclosure control): 1
 * decimal only from 4,000 accounts on.
 */
export function isWholeShare(row: Row, { key }: Pick<Column, 'key'>): boolean {
  return (
    key === 'accounts_pct' &&
    typeof row[key] === 'number' &&
    row['scope_type'] !== 'national' &&
    !hasDecimal((row['online_accounts'] ?? null) as Shown)
  );
}
