import { longDay } from '../../calendar/day.ts';
import type { SenderRole, Statement } from '../../evidence/fact.ts';
import type { ReadContext } from '../read-result.ts';
import { filled, practiceCell, supplierCell, wordCell } from '../table/cells.ts';
import { looksLike } from '../table/columns.ts';
import { countCell } from '../table/count-cell.ts';
import { anyDayCell, pastDayCell, unlessFiller } from '../table/date-cells.ts';
import type { RowOf, Speak } from '../table/row-schema.ts';
import { type RawRow, readRows, refusedFrom } from '../table/rows.ts';
import type { TableReader } from '../table/table-reader.ts';
import { ON_OFF, YES_NO } from '../table/words.ts';
import { isPercentage, partOf } from './percentages.ts';
import { RETURN_COLUMNS } from './return-columns.ts';

/**
 * Reads a supplier's extract of what each practice's system is set to, what is booked, and how many
 * have access. It is the supplier's word: refused whole from a practice or PCN, marked relayed when an ICB
 * or NHS England passes it on. (Design: evidence table, whose word; files that people send.)
 */
export const supplierExtract: TableReader = {
  kind: 'supplier-extract',
  recognises: (header) => looksLike('supplier-extract', header),
  read: (table, context) => {
    const kind = 'supplier-extract';
    if (context.sender.role === 'practice' || context.sender.role === 'pcn') {
      const remedy =
        'Ask your system supplier or your ICB to send it. What the practice itself says goes into a status return, such as one headed practice_code, as_at_date, declared_status.';
      return refusedFrom(context, { kind, table, remedy });
    }
    return readRows(table, {
      kind,
      columns: RETURN_COLUMNS[kind],
      cells: cellsFor(context),
      workOut: accountsFromPercentage,
      check,
      statements: (row) => statementsOf(row, context.sender.role),
    });
  },
};

function cellsFor(context: ReadContext) {
  const past = pastDayCell(context);
  return {
    practice_code: filled(practiceCell(context), 'A81001'),
    system_supplier: filled(supplierCell, 'EMIS or TPP'),
    extract_date: filled(past, '04/12/2023'),
    default_access: wordCell(ON_OFF),
    default_access_date: unlessFiller(past),
    per_patient_access: wordCell(YES_NO),
    scheduled_date: anyDayCell(),
    online_accounts: countCell,
    accounts_with_access: countCell,
    patients_104: countCell,
    patients_106: countCell,
  };
}

type Cells = ReturnType<typeof cellsFor>;
type Row = RowOf<Cells>;

/** Accounts with access as a percentage of the accounts beside them: nothing else is worked out. */
function accountsFromPercentage(
  cells: RawRow<keyof Cells>,
  warn: Speak<keyof Cells>['warn'],
): RawRow<keyof Cells> {
  if (!isPercentage(cells.accounts_with_access)) return cells;
  const accounts = countCell(cells.online_accounts);
  if (!accounts.ok || accounts.value === null) return cells;
  const worked = partOf(cells.accounts_with_access, accounts.value);
  if (worked === undefined) return cells;
  warn('accounts_with_access', worked.says);
  return { ...cells, accounts_with_access: String(worked.part) };
}

function check(row: Partial<Row>, speak: Speak<keyof Cells>): void {
  const { accounts_with_access: withAccess, online_accounts: accounts } = row;
  if (withAccess != null && accounts != null && withAccess > accounts) {
    speak.reject(
      'accounts_with_access',
      `accounts_with_access (${withAccess}) is above online_accounts (${accounts})`,
      'Check both counts: accounts_with_access is the part of online_accounts that can see new entries, such as 900, where online_accounts is 1,000.',
    );
  }
  checkSetting(row, speak);
}

function checkSetting(row: Partial<Row>, speak: Speak<keyof Cells>): void {
  const { default_access_date: since, extract_date: observed } = row;
  if (since && observed && since > observed) {
    speak.warn(
      'default_access_date',
      `${longDay(since)} is later than the row's extract_date, ${longDay(observed)}: it was kept as written`,
    );
  }
  if (row.default_access === null && (since || row.per_patient_access != null)) {
    speak.warn(
      'default_access',
      'says neither on nor off, so default_access_date and per_patient_access were ignored',
    );
  }
}

function statementsOf(row: Row, role: SenderRole): Statement[] {
  const head = {
    practice: row.practice_code,
    asAt: row.extract_date,
    effectiveOn: row.extract_date,
    ...(role === 'icb' || role === 'national' ? { relayed: true as const } : {}),
  };
  const supplier = row.system_supplier;
  const said: Statement[] = [];
  if (row.default_access !== null) {
    const since = row.default_access_date;
    const values = {
      supplier,
      on: row.default_access,
      since,
      perPatientAccess: row.per_patient_access,
    };
    said.push({ ...head, kind: 'default-access', effectiveOn: since ?? row.extract_date, values });
  }
  if (row.scheduled_date !== null) {
    said.push({ ...head, kind: 'switch-on-booked', values: { supplier, on: row.scheduled_date } });
  }
  const counts = {
    onlineAccounts: row.online_accounts,
    accountsWithAccess: row.accounts_with_access,
    patients104: row.patients_104,
    patients106: row.patients_106,
  };
  if (Object.values(counts).some((count) => count !== null)) {
    said.push({ ...head, kind: 'access-counts', values: { supplier, ...counts } });
  }
  return said;
}
