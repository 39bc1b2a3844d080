import { columnsOf } from '../readers/return-columns.ts';
import { bareName } from '../table/columns.ts';
import type { Mapping } from './mapping.ts';

/**
 * How trackers head what our columns hold, the surest first. What could be one of two ("Go-live date":
 * gone or to come? "Review date": of what?) stands in none.
 */
const HEADINGS: Readonly<Record<Mapping['kind'], Readonly<Record<string, string>>>> = {
  'status-return': {
    practice_code:
      'ods code, practice ods, practice ods code, ods, gp code, gp practice code, nacs code, organisation code, org code',
    as_at_date: 'as at, position as at, last updated, date updated, updated on, date of return',
    declared_status:
      'status, current status, practice status, practice position, current position, position, stage, rag status, rag rating, rag',
    declared_status_date: 'status date, date of status, status since',
    letter_to: 'letter sent to, letter addressed to, written to',
    letter_sent_date:
      'date letter sent, letter sent, letter date, date of letter, pause letter sent, pause letter date, date pause letter sent',
    letter_acknowledged_date:
      'letter acknowledged, date letter acknowledged, acknowledged by supplier, date acknowledged, acknowledged',
    letter_withdrawn_date: 'letter withdrawn, date letter withdrawn, date withdrawn',
    dpia_date: 'dpia completed, date dpia completed, dpia completed date, date of dpia, dpia done',
    dpia_outcome: 'outcome of dpia, dpia result, dpia decision',
    dpia_signed_by: 'dpia signed, dpia signed off by, dpia sign off',
    dpia_review_date: 'dpia review, dpia review due, dpia next review',
    opt_in_advertised_date:
      'opt in advertised, date opt in advertised, opt in advertised to patients',
    website_updated_date: 'website updated, date website updated, practice website updated',
    icb_notified_date: 'icb notified, date icb notified, icb informed, date icb informed, icb told',
    plan_date:
      'plan agreed, date plan agreed, plan agreed date, date of plan, implementation plan date, implementation plan agreed',
    plan_lead: 'named lead, lead named, practice lead, lead, plan lead name',
    plan_staff_training: 'staff training, staff trained, training',
    plan_record_review_process: 'record review process, process for record review, record review',
    plan_target_date:
      'target date, target go live, target go live date, planned go live, planned go live date, expected go live date, go live target',
    plan_review_date: 'plan review, plan review due, next plan review',
    bulk_104_date:
      'bulk 104, date bulk 104, bulk coding 104, date of bulk coding, bulk coding date',
    action_plan_104_date:
      '104 action plan, action plan 104, 104 action plan date, 104 action plan sent',
    comment: 'comments, notes, note, remarks, free text',
  },
  'supplier-extract': {
    practice_code:
      'ods code, practice ods, practice ods code, ods, gp code, gp practice code, nacs code, organisation code, org code',
    system_supplier:
      'supplier, supplier name, clinical system supplier, clinical system, gp system, system, it system',
    extract_date: 'date of extract, extracted on, as at, report date, date of report',
    default_access:
      'default prospective access, prospective access, prospective access enabled, default on, access enabled, enabled',
    default_access_date: 'prospective access since, date enabled, enabled on, enabled since',
    per_patient_access: 'per patient, individual access, access per patient',
    scheduled_date:
      'date booked, booked date, booked for, scheduled, scheduled for, scheduled switch on',
    online_accounts:
      'accounts, number of online accounts, patients with online account, online users',
    accounts_with_access:
      'accounts with prospective access, patients with access, with access, accounts enabled',
    patients_104: 'patients with 104, coded 104, patients coded 104, code 104, 104 count, 104',
    patients_106: 'patients with 106, coded 106, patients coded 106, code 106, 106 count, 106',
  },
};

/** Which column a heading is of, and how that was told: the lower the rank, the surer. */
export type Likely = {
  readonly column: string;
  readonly by: 'our name' | 'a usual heading' | 'likeness';
  readonly rank: number;
};

/** Takes a heading of a tracker, gives the column that it is most likely of; undefined where that cannot be told. */
export function likelyColumn(kind: Mapping['kind'], heading: string): Likely | undefined {
  const bare = bareName(heading);
  if (bare === '') return undefined;
  for (const name of columnsOf(kind).keys()) {
    if (bareName(name) === bare) return { column: name, by: 'our name', rank: 0 };
  }
  for (const [column, usual] of Object.entries(HEADINGS[kind])) {
    const at = usual.split(', ').findIndex((one) => bareName(one) === bare);
    if (at !== -1) return { column, by: 'a usual heading', rank: at + 1 };
  }
  return alikeColumn(kind, heading);
}

/** So much of the words must be shared; and no other column may come near. */
const LIKE_ENOUGH = 0.85;
const AHEAD_BY = 0.1;
const AFTER_ALL_OTHERS = 100;

function alikeColumn(kind: Mapping['kind'], heading: string): Likely | undefined {
  const words = wordsOf(heading);
  // "Letter not sent" is very like "Letter sent".
  if (['not', 'no', 'non', 'without'].some((word) => words.has(word))) return undefined;
  const byLikeness = Object.entries(HEADINGS[kind])
    .map(([column, usual]) => {
      const phrases = [column.replaceAll('_', ' '), ...usual.split(', ')];
      return { column, like: Math.max(...phrases.map((phrase) => shared(words, wordsOf(phrase)))) };
    })
    .sort((a, b) => b.like - a.like);
  const [best, next] = byLikeness;
  if (best === undefined || best.like < LIKE_ENOUGH) return undefined;
  if (next !== undefined && best.like - next.like < AHEAD_BY) return undefined;
  return { column: best.column, by: 'likeness', rank: AFTER_ALL_OTHERS - best.like };
}

const SAYS_LITTLE = new Set('the a of on was is been has date when and'.split(' '));

function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().split(/[^a-z0-9]+/);
  return new Set(words.filter((word) => word !== '' && !SAYS_LITTLE.has(word)));
}

/** The share of words that two phrases have in common: 1 for all, 0 for none. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 0 : (2 * both) / (a.size + b.size);
}
