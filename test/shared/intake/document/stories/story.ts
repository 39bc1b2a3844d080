import { instant } from '../../../../../shared/calendar/day.ts';
import type { Sender } from '../../../../../shared/evidence/fact.ts';
import type { DocumentKind } from '../../../../../shared/intake/document/checklist.ts';
import type { OpenedDocument } from '../../../../../shared/intake/open/opened.ts';
import type { About, ReadContext } from '../../../../../shared/intake/read-result.ts';
import type { PracticeCode } from '../../../../../shared/practice/code.ts';

/**
 * A document that somebody might send, and what a careful reader finds in it. `found` names the points
 * that are there, all others are not. `misread` names those that screening is known to get wrong: they
 * are counted, and kept here so that a change shows.
 */
export type Story = {
  readonly story: string;
  /** Pages of a PDF, parted by a line "===", or the paragraphs and cells of a Word file, one a line. */
  readonly pdf?: string;
  readonly docx?: string;
  readonly about?: About;
  readonly sender?: Sender;
  readonly kind: DocumentKind;
  readonly found: string;
  readonly misread?: string;
  /** What the statement says; what is not named is null (but `document`). */
  readonly says: Readonly<Record<string, unknown>>;
  /** Values of `says` that screening is known not to read. */
  readonly lacks?: string;
  readonly untouched?: true;
  /** Parts of warnings that must be told. */
  readonly warns?: readonly string[];
};

/** Short names for the points of each kind, in the order of the checklist. */
export const POINTS: Readonly<Record<DocumentKind, Readonly<Record<string, string>>>> = {
  letter: {
    to: 'addressed to a system supplier (EMIS or TPP), not to the ICB only',
    asks: 'asks not to switch on',
    date: 'a date',
    practice: 'the practice named',
    from: 'from the practice',
    ack: "the supplier's acknowledgement",
    withdraws: 'withdraws an earlier letter',
  },
  plan: {
    lead: 'a named lead',
    target: 'a target date',
    training: 'staff training',
    locums: 'locums in the training',
    process: 'a process to find and review records that may hold sensitive or harmful information',
    '104': 'use of 104 codes',
    redaction: 'redaction',
    patients: 'communication to patients',
    dpia: 'a reference to the DPIA',
    review: 'a review date',
    signoff: 'sign-off',
    agreed: 'the date agreed',
    practice: 'the practice named',
  },
  dpia: {
    controller: 'the controller named',
    '1': 'the seven steps: 1 the need for a DPIA',
    '2': 'the seven steps: 2 the processing described',
    '3': 'the seven steps: 3 consultation',
    '4': 'the seven steps: 4 necessity and proportionality',
    '5': 'the seven steps: 5 risks assessed',
    '6': 'the seven steps: 6 measures to reduce risk',
    '7': 'the seven steps: 7 sign-off and outcomes',
    outcome: 'an outcome (opt-in or automatic)',
    measures: 'measures approved',
    residual: 'residual risks approved',
    dpo: "the DPO's advice",
    date: 'a date',
    signature: 'a signature',
    review: 'a review date',
    practice: 'the practice named',
  },
};

const RECEIVED = instant('2024-02-01T10:00:00Z');
export const SHA = 'ab'.repeat(32);

/** What intake knows of an upload; a practice sends its own document unless the story says otherwise. */
export function contextOf(over: Partial<ReadContext> = {}): ReadContext {
  return {
    sender: { role: 'practice', org: 'A81001' },
    receivedAt: RECEIVED,
    asAt: null,
    isRegistered: () => true,
    sha256: SHA,
    about: null,
    mapping: null,
    ...over,
  };
}

/** A code as the tests write it. */
export const code = (text: string) => text as PracticeCode;

/** The story's document as it comes from being opened. */
export function openedOf({ pdf, docx }: Pick<Story, 'pdf' | 'docx'>): OpenedDocument {
  const beside = { as: 'document', asides: [], warnings: [] } as const;
  if (pdf !== undefined) {
    const pages = pdf.trim().split(/\n===\n/);
    const passages = pages.map((text, index) => ({ page: index + 1, text }));
    return { ...beside, format: 'PDF', passages };
  }
  const lines = (docx ?? '').trim().split('\n');
  const passages = lines.map((line, index) => ({
    paragraph: index + 1,
    text: line === '(blank)' ? '' : line.replaceAll(' // ', '\n'),
  }));
  return { ...beside, format: 'DOCX', passages };
}
