/** The columns of one kind of file: `required` refuses the file when missing; `telling` names those that no other kind has. */
export type ColumnList<C extends string> = {
  readonly names: readonly C[];
  readonly required: readonly C[];
  readonly telling: readonly C[];
};

const STATUS_RETURN = [
  'practice_code',
  'as_at_date',
  'declared_status',
  'declared_status_date',
  'letter_to',
  'letter_sent_date',
  'letter_acknowledged_date',
  'letter_withdrawn_date',
  'dpia_date',
  'dpia_outcome',
  'dpia_signed_by',
  'dpia_review_date',
  'opt_in_advertised_date',
  'website_updated_date',
  'icb_notified_date',
  'plan_date',
  'plan_lead',
  'plan_staff_training',
  'plan_record_review_process',
  'plan_target_date',
  'plan_review_date',
  'bulk_104_date',
  'action_plan_104_date',
  'comment',
] as const;

const SUPPLIER_EXTRACT = [
  'practice_code',
  'system_supplier',
  'extract_date',
  'default_access',
  'default_access_date',
  'per_patient_access',
  'scheduled_date',
  'online_accounts',
  'accounts_with_access',
  'patients_104',
  'patients_106',
] as const;

const SUCCESSION = ['predecessor_code', 'successor_code', 'effective_date'] as const;

const EXEMPTIONS = [
  'practice_code',
  'level',
  'reason',
  'approved_by',
  'start_date',
  'end_date',
] as const;

function list<C extends string>(
  names: readonly C[],
  required: readonly C[],
  shared: readonly C[],
): ColumnList<C> {
  return { names, required, telling: names.filter((name) => !shared.includes(name)) };
}

/** The files that people send and their columns (design: files that people send). */
export const RETURN_COLUMNS = {
  'status-return': list(
    STATUS_RETURN,
    ['practice_code', 'as_at_date'],
    ['practice_code', 'comment'],
  ),
  // The national list files carry an extract date too, so it does not tell.
  'supplier-extract': list(
    SUPPLIER_EXTRACT,
    ['practice_code', 'system_supplier', 'extract_date', 'default_access'],
    ['practice_code', 'extract_date'],
  ),
  succession: list(SUCCESSION, SUCCESSION, ['effective_date']),
  exemptions: list(EXEMPTIONS, EXEMPTIONS, ['practice_code', 'start_date', 'end_date']),
};
/** The kinds of file that people fill in by hand or by export, as against the published register files. */
export type ReturnKind = keyof typeof RETURN_COLUMNS;
