import type { ReturnKind } from '../../../shared/intake/readers/return-columns.ts';

/** What each file is called among people, and what it is for. */
export const PURPOSES: Readonly<
  Record<ReturnKind, { readonly title: string; readonly says: string }>
> = {
  'status-return': {
    title: 'Status return',
    says: 'Where practices stand: letters, DPIAs, plans and code 104. One row for each practice and day.',
  },
  'supplier-extract': {
    title: 'Supplier extract',
    says: 'What a system supplier observed: whether default access is on, or booked, and counts of patients.',
  },
  succession: {
    title: 'Succession',
    says: 'Practices that merged into others, and from which day.',
  },
  exemptions: {
    title: 'Exemptions',
    says: 'Practices that are exempt: by whom, why and until when.',
  },
};
