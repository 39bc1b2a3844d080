import type { Sender, SenderRole } from '../../../shared/evidence/fact.ts';

const ROLE_WORDS: Readonly<Record<SenderRole, string>> = {
  practice: 'Practice',
  pcn: 'PCN',
  supplier: 'System supplier',
  icb: 'ICB',
  national: 'NHS England',
};

/** Who sent something: `Practice A81001`, `ICB QHM`, `NHS England`. */
export function senderInWords({ role, org }: Sender): string {
  return org === undefined ? ROLE_WORDS[role] : `${ROLE_WORDS[role]} ${org}`;
}
