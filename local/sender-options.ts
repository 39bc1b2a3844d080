import { Option } from 'commander';
import { SENDER_ROLES, type Sender, type SenderRole } from '../shared/evidence/fact.ts';
import type { FileKind } from '../shared/intake/read-result.ts';
import { LIKE_AN_ORG_CODE, OrgCodeSchema } from '../shared/practice/org-code.ts';
import { PlainError } from './plain-error.ts';

export function roleOption(says: string): Option {
  return new Option('--from <role>', says).choices(SENDER_ROLES);
}

export function orgOption(): Option {
  return new Option('--org <code>', "the sender's own ODS code, such as A81001, U12345 or QHM");
}

export function senderFrom(role: SenderRole, org: string | undefined): Sender {
  if (org === undefined) return { role };
  const code = OrgCodeSchema.safeParse(org.replace(/\s+/g, '').toUpperCase());
  if (code.success) return { role, org: code.data };
  throw new PlainError(`--org is no ODS code: ${LIKE_AN_ORG_CODE}.`, 2);
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
