import type { SenderRole, Statement } from '../../evidence/fact.ts';
import type { RowOf } from '../table/row-schema.ts';
import type { StatusCells } from './status-return.ts';

type StatusRow = RowOf<StatusCells>;
type Head = Pick<Statement, 'practice' | 'asAt' | 'onBehalfOf'>;

/**
 * Takes a row of a status return and who sent it, gives what it says: letter, DPIA, opt-in steps, plan,
 * bulk 104, the practice's own word. Each is effective on its own day, else on the row's as_at_date.
 * A PCN, an ICB and NHS England speak on the practice's behalf. (Design: evidence table.)
 */
export function statusStatements(row: StatusRow, role: SenderRole): Statement[] {
  const onBehalf = role === 'pcn' || role === 'icb' || role === 'national';
  const head: Head = {
    practice: row.practice_code,
    asAt: row.as_at_date,
    ...(onBehalf ? { onBehalfOf: row.practice_code } : {}),
  };
  return [
    ...letter(row, head),
    ...dpia(row, head),
    ...optInSteps(row, head),
    ...plan(row, head),
    ...bulk104(row, head),
    ...declared(row, head),
  ];
}

/** Every value is null: nothing is said. */
function isSilent(values: Readonly<Record<string, unknown>>): boolean {
  for (const name in values) if (values[name] !== null) return false;
  return true;
}

function letter(row: StatusRow, head: Head): Statement[] {
  const values = {
    to: row.letter_to,
    sentOn: row.letter_sent_date?.day ?? null,
    sentTime: row.letter_sent_date?.time ?? null,
    acknowledgedOn: row.letter_acknowledged_date,
    withdrawnOn: row.letter_withdrawn_date,
    document: null,
  };
  if (isSilent(values)) return [];
  const effectiveOn = values.sentOn ?? values.withdrawnOn ?? values.acknowledgedOn ?? head.asAt;
  return [{ ...head, kind: 'pause-letter', effectiveOn, values }];
}

function dpia(row: StatusRow, head: Head): Statement[] {
  const values = {
    completedOn: row.dpia_date,
    signed: row.dpia_signed_by,
    outcome: row.dpia_outcome,
    reviewOn: row.dpia_review_date,
    document: null,
  };
  if (isSilent(values)) return [];
  return [{ ...head, kind: 'dpia', effectiveOn: values.completedOn ?? head.asAt, values }];
}

const STEPS = [
  ['advertised', 'opt_in_advertised_date'],
  ['website-updated', 'website_updated_date'],
  ['icb-told', 'icb_notified_date'],
] as const;

function optInSteps(row: StatusRow, head: Head): Statement[] {
  return STEPS.flatMap(([step, column]): Statement[] => {
    const on = row[column];
    if (on === null) return [];
    return [{ ...head, kind: 'opt-in-step', effectiveOn: on, values: { step, on } }];
  });
}

function plan(row: StatusRow, head: Head): Statement[] {
  const values = {
    agreedOn: row.plan_date,
    leadNamed: row.plan_lead,
    staffTraining: row.plan_staff_training,
    recordReviewProcess: row.plan_record_review_process,
    targetOn: row.plan_target_date,
    reviewOn: row.plan_review_date,
    document: null,
  };
  if (isSilent(values)) return [];
  return [{ ...head, kind: 'plan', effectiveOn: values.agreedOn ?? head.asAt, values }];
}

function bulk104(row: StatusRow, head: Head): Statement[] {
  const values = { doneOn: row.bulk_104_date, actionPlanOn: row.action_plan_104_date };
  if (isSilent(values)) return [];
  const effectiveOn = values.doneOn ?? values.actionPlanOn ?? head.asAt;
  return [{ ...head, kind: 'bulk-104', effectiveOn, values }];
}

function declared(row: StatusRow, head: Head): Statement[] {
  const { declared_status: status, declared_status_date: on } = row;
  if (status === null) return [];
  return [
    { ...head, kind: 'declared-status', effectiveOn: on ?? head.asAt, values: { status, on } },
  ];
}
