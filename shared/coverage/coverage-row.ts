/** The columns of a coverage row, in the order in which every table, file and API gives them. */
export const COVERAGE_COLUMNS = [
  'as_at',
  'scope_type',
  'scope_code',
  'scope_name',
  'denominator',
  'practices',
  'live',
  'live_pct',
  'live_pct_lower',
  'live_pct_upper',
  'restricted',
  'declared_live',
  'opt_in',
  'scheduled',
  'paused_by_letter',
  'paused_with_plan',
  'working_towards',
  'reverted',
  'incomplete',
  'conflict',
  'no_evidence',
  'unreviewed',
  'no_document',
  'out_of_scope',
  'patients',
  'patients_live',
  'patients_live_pct',
  'patients_outside',
  'online_accounts',
  'accounts_with_access',
  'accounts_pct',
  'target_pct',
  'target_date',
] as const;
export type CoverageColumn = (typeof COVERAGE_COLUMNS)[number];

export const SCOPE_TYPES = ['national', 'region', 'icb', 'sub-icb', 'pcn', 'supplier'] as const;
export type ScopeType = (typeof SCOPE_TYPES)[number];
export const DENOMINATORS = ['open', 'listed', 'programme'] as const;
export type Denominator = (typeof DENOMINATORS)[number];

/** A count of people from 1 to 7 below national level is not shown (domain convention, GSS shorthand). */
export const SUPPRESSED = '[c]';

/** One scope's figures. Percentages have one decimal place; null: there is nothing to divide by, or nothing known. */
export type CoverageRow = Readonly<Record<CoverageColumn, string | number | null>>;
