import type { Sender } from '../evidence/fact.ts';
import type { PracticeCode } from '../practice/code.ts';

/** A practice and where it is on the day that is asked about; what nobody knows of its place is null. */
export type PracticeAt = {
  readonly code: PracticeCode;
  readonly icb: string | null;
  readonly pcn: string | null;
};

/** What somebody wants to see or to act on, as far as it decides whether they may. */
export type Resource =
  /** Nothing about anybody: glossary, templates, the rules. */
  | { readonly kind: 'guidance' }
  /** Counts of practices and of their patients by place or supplier, down to the ICB, as they are published. */
  | { readonly kind: 'figures' }
  /** A list that holds what its reader may see, row by row. */
  | { readonly kind: 'own' }
  | ({ readonly kind: 'practice' } & PracticeAt)
  | { readonly kind: 'icb'; readonly code: string }
  | { readonly kind: 'england' }
  /** A published release of a place: `ENGLAND`, or an ICB. It names every practice of it. */
  | { readonly kind: 'release'; readonly place: string }
  /** What was sent: by whom, and the practice that it is about where it is about one alone. */
  | { readonly kind: 'upload'; readonly sender: Sender; readonly practice: PracticeAt | null }
  /** A file about to be sent: in whose name, and for which practice; null where it is about many. */
  | { readonly kind: 'sender'; readonly sender: Sender; readonly practice: PracticeAt | null };
