import { Option } from 'commander';
import { SENDER_ROLES, type Sender, type SenderRole } from '../shared/evidence/fact.ts';
import type { FileKind } from '../shared/intake/read-result.ts';

export function roleOption(says: string): Option {
  return new Option('--from <role>', says).choices(SENDER_ROLES);
}

export function orgOption(): Option {
  return new Option('--org <code>', "the sender's own ODS code, such as A81001, U12345 or QHM");
}

export function senderFrom(role: SenderRole, org: string | undefined): Sender {
  return org === undefined ? { role } : { role, org: org.trim().toUpperCase() };
}

/** Who usually sends a file of each kind: a command line that does not say so means them. */
export const USUAL_SENDER: Readonly<Record<FileKind, SenderRole>> = {
  'status-return': 'practice',
  'supplier-extract': 'supplier',
  epraccur: 'national',
  'list-size': 'national',
  'practice-map': 'national',
  succession: 'national',
  exemptions: 'national',
  'pcn-membership': 'national',
  letter: 'practice',
  plan: 'practice',
  dpia: 'practice',
};
