import { DECLARED, LEVEL, ON_OFF, OUTCOME, YES_NO } from '../table/words.ts';
import {
  type Column,
  choice,
  code,
  comment,
  count,
  day,
  dayToCome,
  given,
  moment,
  required,
  supplier,
} from './column.ts';

/** The columns of one kind of file: `required` refuses the file when missing; `telling` names those that no other kind has. */
export type ColumnList<C extends string> = {
  readonly names: readonly C[];
  readonly required: readonly C[];
  readonly telling: readonly C[];
};

const STATUS_RETURN = {
  practice_code: required(code('The practice.', 'A81001')),
  as_at_date: required(day('The day that the row speaks of.', '04/12/2023')),
  declared_status: choice('Where the practice itself says it stands.', DECLARED, 'live'),
  declared_status_date: day('Since when it says so.', '01/12/2023'),
  letter_to: supplier(
    'Who was written to with the request not to switch on; empty: its system supplier.',
    'EMIS',
  ),
  letter_sent_date: moment('When that letter was sent.', '31/10/2022 16:20'),
  letter_acknowledged_date: day('When the supplier acknowledged it.', '02/11/2022'),
  letter_withdrawn_date: day('When the practice withdrew it.', '01/09/2023'),
  dpia_date: day('When the data protection impact assessment (DPIA) was completed.', '01/10/2023'),
  dpia_outcome: choice('What the DPIA came to.', OUTCOME, 'automatic'),
  dpia_signed_by: given('Who signed the DPIA, by role.', 'senior partner'),
  dpia_review_date: dayToCome('When the DPIA is to be reviewed.', '01/10/2024'),
  opt_in_advertised_date: day('When patients were told of the opt-in.', '02/10/2023'),
  website_updated_date: day('When the website of the practice said so.', '03/10/2023'),
  icb_notified_date: day('When the practice wrote to its ICB about the opt-in.', '04/10/2023'),
  plan_date: day('When the implementation plan was agreed.', '05/09/2023'),
  plan_lead: given('Who leads it, by role.', 'practice manager'),
  plan_staff_training: choice('Whether the plan covers staff training.', YES_NO, 'yes'),
  plan_record_review_process: choice(
    'Whether the plan has a process to find and review records that may hold sensitive or harmful information.',
    YES_NO,
    'yes',
  ),
  plan_target_date: dayToCome('When the plan is to be carried out.', '31/03/2024'),
  plan_review_date: dayToCome('When the plan is to be reviewed.', '01/02/2024'),
  bulk_104_date: day('When code 104 was given to patients in bulk.', '30/09/2023'),
  action_plan_104_date: day('When an action plan to review those patients was sent.', '30/11/2023'),
  comment: comment('Anything else.', 'new phone system in May'),
};

const SUPPLIER_EXTRACT = {
  practice_code: required(code('The practice.', 'A81001')),
  system_supplier: required(supplier('Who supplies its clinical system.', 'TPP')),
  extract_date: required(day('The day on which this was observed.', '04/12/2023')),
  default_access: required(
    choice('Whether new patients get access to new entries by default.', ON_OFF, 'on'),
  ),
  default_access_date: day('Since when it is so.', '01/11/2023'),
  per_patient_access: choice('Whether access can be given patient by patient.', YES_NO, 'yes'),
  scheduled_date: dayToCome('When it is booked to be switched on.', '15/01/2024'),
  online_accounts: count('Patients with an online account.', '1,000'),
  accounts_with_access: {
    ...count('Those of them who can see new entries.', '850'),
    right: 'a whole number; or a percentage of online_accounts, such as 85%',
  },
  patients_104: count('Patients whose latest code of 104 and 106 is 104.', '120'),
  patients_106: count('Patients whose latest code of 104 and 106 is 106.', '30'),
};

const SUCCESSION = {
  predecessor_code: required(code('The practice that merged into another.', 'A81001')),
  successor_code: required(code('The practice that took over.', 'A81002')),
  effective_date: required(day('The day from which that holds.', '01/04/2023')),
};

const EXEMPTIONS = {
  practice_code: required(code('The practice.', 'A81001')),
  level: required(choice('Who exempts it.', LEVEL, 'icb')),
  reason: required(given('Why.', 'moving to another system supplier')),
  approved_by: required(given('Who approved it, by role.', 'director of primary care')),
  start_date: required(day('From when it is exempt.', '01/11/2023')),
  end_date: required(dayToCome('Until when it is exempt.', '31/03/2024')),
};

/** Every column of the files that people fill in: what it says, and an example (design: files that people send). */
export const RETURN_NOTES = {
  'status-return': STATUS_RETURN,
  'supplier-extract': SUPPLIER_EXTRACT,
  succession: SUCCESSION,
  exemptions: EXEMPTIONS,
};

/** The same as lists of names: what a header is recognised by and checked against. */
export const RETURN_COLUMNS = {
  'status-return': list(STATUS_RETURN, ['practice_code', 'comment']),
  // The national list files carry an extract date too, so it does not tell.
  'supplier-extract': list(SUPPLIER_EXTRACT, ['practice_code', 'extract_date']),
  succession: list(SUCCESSION, ['effective_date']),
  exemptions: list(EXEMPTIONS, ['practice_code', 'start_date', 'end_date']),
};

/** The kinds of file that people fill in by hand or by export, as against the published register files. */
export type ReturnKind = keyof typeof RETURN_COLUMNS;
export const RETURN_KINDS = Object.keys(RETURN_COLUMNS) as readonly ReturnKind[];

function list<C extends string>(
  columns: Readonly<Record<C, Column>>,
  alsoElsewhere: readonly NoInfer<C>[],
): ColumnList<C> {
  const names = Object.keys(columns) as C[];
  return {
    names,
    required: names.filter((name) => columns[name].isRequired),
    telling: names.filter((name) => !alsoElsewhere.includes(name)),
  };
}

/** The columns of a kind by name, in the order of its templates. */
export function columnsOf(kind: ReturnKind): ReadonlyMap<string, Column> {
  return new Map(Object.entries(RETURN_NOTES[kind]));
}
