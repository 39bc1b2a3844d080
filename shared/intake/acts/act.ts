import { hash } from 'node:crypto';
import { type Instant, londonDay } from '../../calendar/day.ts';
import type { Fact, Sender, Statement } from '../../evidence/fact.ts';
import { factFrom } from '../../evidence/statements-to-facts.ts';
import type { PracticeCode } from '../../practice/code.ts';
import { hasPatientData } from '../patient-data/screen.ts';
import type { Receipt, Upload } from '../receipt/receipt.ts';
import { uploadId } from '../upload-id.ts';

/**
 * A statement that a person makes by command, and not by a file: a retraction, a review, a reply. It is
 * an upload of its own: its original is JSON with the free text in it, which stands in no fact.
 */
export type Act = {
  readonly upload: Upload;
  /** The original, to be kept under `upload.sha256`. */
  readonly bytes: Uint8Array;
  /** What it adds to the ledger; none where all of it was said before. */
  readonly facts: readonly Fact[];
  readonly receipt: Receipt;
};

/** An act, or why it cannot be done, in plain English with the remedy. */
export type Acted =
  | { readonly ok: true; readonly act: Act }
  | { readonly ok: false; readonly why: string };

/** Who acts, and when. */
export type Actor = { readonly sender: Sender; readonly receivedAt: Instant };

/** What an act says of one practice, as of the day on which it is done. */
export type ActStatement = Pick<Statement, 'kind' | 'values' | 'onBehalfOf'> & {
  readonly practice: PracticeCode;
};

/** Puts an act together: the original, the facts that follow from its statements, the receipt. */
export function actOf(what: {
  readonly actor: Actor;
  /** What the original is called: `review.json`. */
  readonly fileName: string;
  /** What stands in the original beside who acts and when. */
  readonly original: Readonly<Record<string, unknown>>;
  readonly news: readonly ActStatement[];
  /** How many statements say what was said before. */
  readonly unchanged?: number;
}): Acted {
  const { actor, fileName, original, news, unchanged = 0 } = what;
  const { sender, receivedAt } = actor;
  const text = JSON.stringify({ ...original, by: sender, at: receivedAt }, null, 2);
  const bytes = new TextEncoder().encode(`${text}\n`);
  const said = { sha256: hash('sha256', bytes, 'hex'), sender, receivedAt, asAt: null };
  const upload: Upload = { ...said, uploadId: uploadId(said), fileName };
  const on = londonDay(receivedAt);
  const facts = news.map((statement) =>
    // Kind and values come together from one statement; TypeScript cannot see that through the union.
    factFrom({ ...statement, effectiveOn: on, asAt: on } as Statement, upload),
  );
  return { ok: true, act: { upload, bytes, facts, receipt: receiptOf(upload, facts, unchanged) } };
}

export function cannot(why: string): Acted {
  return { ok: false, why };
}

/**
 * Why a free text cannot be taken, or undefined: it holds what looks like patient data. Nothing of it
 * is repeated, and nothing of the act is kept. `what`: "the note", "the reason".
 */
export function whyNotText(what: string, text: string | null): string | undefined {
  if (text === null || !hasPatientData(text)) return undefined;
  return `${what} holds what looks like patient data, so nothing was kept: say it again without numbers, names or dates of birth of patients, such as "the DPIA has no signature on its last page".`;
}

function receiptOf(upload: Upload, facts: readonly Fact[], unchanged: number): Receipt {
  const { sha256, fileName, sender, receivedAt } = upload;
  return {
    ...{ uploadId: upload.uploadId, sha256, fileName, sender, receivedAt },
    kind: null,
    rows: facts.length + unchanged,
    accepted: facts.length,
    unchanged,
    ...{ duplicate: 0, rejected: 0 },
    facts: facts.length,
    practices: new Set(facts.map((fact) => fact.practice)).size,
    refused: false,
    scan: 'none',
    ...{ patientData: null, checklist: null, problems: [], warnings: [] },
  };
}
