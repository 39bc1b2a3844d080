import type { Day } from '../../calendar/day.ts';
import type { Statement } from '../../evidence/fact.ts';
import type { PracticeCode } from '../../practice/code.ts';
import type { Checklist, ChecklistPoint } from './checklist.ts';
import type { Flow } from './flow.ts';

/** What screening a document needs besides its text. */
export type ToScreen = {
  readonly flow: Flow;
  /** The London day of receipt: what has happened cannot be later. */
  readonly received: Day;
  readonly sha256: string;
  readonly fromSupplier: boolean;
  /** Whether the text names the practice: the line of the checklist, ready. */
  readonly practice: { readonly code: PracticeCode; readonly named: ChecklistPoint };
};

/** What a document says, as far as screening can tell: the checklist, the values of its statement, and what to tell the sender. */
export type Screened = {
  readonly checklist: Checklist;
  readonly said: Extract<Statement, { kind: 'pause-letter' | 'plan' | 'dpia' }> extends infer S
    ? S extends { kind: infer K; values: infer V }
      ? { readonly kind: K; readonly values: V }
      : never
    : never;
  /** The document's own date; null: it gives none. */
  readonly ownDay: Day | null;
  readonly warnings: readonly string[];
};
