import type { Fact } from '../evidence/fact.ts';
import type { PolicyInForce } from '../policy/entry.ts';
import type { View } from './clauses.ts';
import type { Flag, Label, Status } from './decision.ts';

const DOCUMENT_KINDS = ['pause-letter', 'dpia', 'plan'] as const;

/** How far the evidence behind a status may be leant on; `by` is what met the deciding clause. */
export function flagsFor(view: View, status: Status, by: readonly Fact[]): readonly Flag[] {
  const { register, supplier } = view.picture;
  const flags: Flag[] = [];
  if (register.laterThanDay) flags.push('register-later-than-day');
  if (register.listing === null) flags.push('not-in-register');
  if (status === 'out-of-scope') return flags;
  if (supplier.isLaterThanDay && !register.laterThanDay) flags.push('register-later-than-day');
  if (supplier.supplier === null) flags.push('supplier-not-known');
  if (isLetterTimeMissing(view)) flags.push('letter-time-not-given');
  if (lacksDocument(by)) flags.push('no-document-seen');
  if (by.some((fact) => isUnreviewed(fact, view))) flags.push('unreviewed');
  if (by.some((fact) => isOnBehalf(fact, false))) flags.push('via-icb');
  if (by.some((fact) => isOnBehalf(fact, true))) flags.push('via-pcn');
  if (by.some((fact) => fact.source.relayed)) flags.push('relayed');
  if (by.some((fact) => fact.backfilledAt !== undefined)) flags.push('backfilled');
  return flags;
}

/** On the cut-off day an hour decides; a letter of that day without one counts as in time. */
function isLetterTimeMissing({ switchOns, picture, policy }: View): boolean {
  const change = policy.letterEffect?.change;
  const letter = picture.letters.standing[0];
  if (switchOns.ahead?.why !== 'letter' || change?.effect !== 'scheduled') return false;
  return letter?.sentOn === change.sentBy.day && letter.sentTime === null;
}

/** True if a letter, DPIA or plan counts on somebody's word alone. */
function lacksDocument(by: readonly Fact[]): boolean {
  return DOCUMENT_KINDS.some((kind) => {
    const said = by.filter((fact) => fact.kind === kind);
    return said.length > 0 && said.every((fact) => documentOf(fact) === null);
  });
}

function isUnreviewed(fact: Fact, { picture }: View): boolean {
  const document = documentOf(fact);
  return document !== null && picture.judged.get(document)?.values.judgement !== 'accepted';
}

function isOnBehalf({ source }: Fact, isByPcn: boolean): boolean {
  return source.onBehalfOf !== undefined && (source.sender.role === 'pcn') === isByPcn;
}

function documentOf(fact: Fact): string | null {
  return 'document' in fact.values ? fact.values.document : null;
}

/**
 * From the day after the contract deadline (SI 2015/1862 reg 71ZA; contract letter of March 2023)
 * every status that is not live is past it; for opt-in the BMA and NHS England disagree, and that is said.
 */
export function labelsFor(
  view: View,
  status: Status,
  duty: PolicyInForce['contractDuty'],
): Label[] {
  if (duty === null || view.picture.on <= duty.change.deadline) return [];
  if (status === 'live' || status === 'out-of-scope') return [];
  const past: Label[] = ['past-contractual-date'];
  return status === 'opt-in' ? [...past, 'contract-position-disputed'] : past;
}
