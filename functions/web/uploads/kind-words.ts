import type { FileKind } from '../../../shared/intake/read-result.ts';

/** What people call each kind of file. */
export const KIND_WORDS: Readonly<Record<FileKind, string>> = {
  epraccur: 'Register of GP practices (epraccur)',
  'list-size': 'Patients registered at GP practices',
  'practice-map': 'Practice to PCN, sub-ICB and ICB map',
  succession: 'Mergers',
  exemptions: 'Exemptions',
  'status-return': 'Status return',
  'supplier-extract': 'Supplier extract',
  'pcn-membership': 'PCN membership (ePCN)',
  letter: 'Pause letter',
  plan: 'Implementation plan',
  dpia: 'DPIA',
};
