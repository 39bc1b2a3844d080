import { hash } from 'node:crypto';
import { type Instant, londonDay } from '../shared/calendar/day.ts';
import type { Fact, Sender, Statement } from '../shared/evidence/fact.ts';
import { knownFacts, mayRetract } from '../shared/evidence/known.ts';
import { factFrom } from '../shared/evidence/statements-to-facts.ts';
import type { Receipt, Upload } from '../shared/intake/receipt.ts';
import { PlainError } from './plain-error.ts';
import { uploadId } from './upload-id.ts';

export type Asked = {
  /** The id of a statement or of a whole upload. */
  readonly of: string;
  readonly reason: string;
  readonly sender: Sender;
  readonly receivedAt: Instant;
};

/** A retraction as an upload of its own: the original with the reason, the facts, the receipt. */
export type Retraction = {
  readonly upload: Upload;
  readonly bytes: Uint8Array;
  readonly facts: readonly Fact[];
  readonly receipt: Receipt;
};

/**
 * Works out what a retraction says, from all facts there are. The reason stays in the original; a
 * fact says only that one was given. Throws a PlainError when nothing has that id, when nothing of
 * it stands any more, or when the sender is neither the statement's own nor national.
 */
export function retractionOf(asked: Asked, all: readonly Fact[]): Retraction {
  const targets = standingTargets(asked, all);
  const bytes = originalOf(asked, targets);
  const upload = uploadOf(asked, bytes);
  const on = londonDay(asked.receivedAt);
  const facts = targets.map((target) => {
    const statement: Statement = {
      kind: 'retraction',
      practice: target.practice,
      effectiveOn: on,
      asAt: on,
      values: { of: target.id, reasonGiven: true },
    };
    return factFrom(statement, upload);
  });
  return { upload, bytes, facts, receipt: receiptOf(upload, facts) };
}

function standingTargets({ of, sender, receivedAt }: Asked, all: readonly Fact[]): readonly Fact[] {
  const named = all.filter((fact) => fact.id === of || fact.source.uploadId === of);
  if (named.length === 0) {
    throw new PlainError(
      `Nothing in the ledger has the id ${of}. "rollout state CODE" shows the ids of statements, "rollout receipts" those of uploads.`,
    );
  }
  const ids = new Set(named.map((fact) => fact.id));
  const standing = knownFacts(all, receivedAt).filter((fact) => ids.has(fact.id));
  if (standing.length === 0) {
    throw new PlainError(`Nothing of ${of} stands any more: it was retracted before.`);
  }
  const foreign = standing.find((fact) => !mayRetract(sender, fact));
  if (foreign !== undefined) {
    const { role, org } = foreign.source.sender;
    const own = org === undefined ? `--from ${role}` : `--from ${role} --org ${org}`;
    throw new PlainError(
      `Only the sender of a statement or NHS England may retract it: use ${own}, or --from national.`,
    );
  }
  return standing;
}

function originalOf({ of, reason }: Asked, targets: readonly Fact[]): Uint8Array {
  const original = { retracts: of, statements: targets.map(({ id }) => id).sort(), reason };
  return new TextEncoder().encode(`${JSON.stringify(original, null, 2)}\n`);
}

function uploadOf({ sender, receivedAt }: Asked, bytes: Uint8Array): Upload {
  const said = { sha256: hash('sha256', bytes, 'hex'), sender, receivedAt, asAt: null };
  return { ...said, uploadId: uploadId(said), fileName: 'retraction.json' };
}

function receiptOf(upload: Upload, facts: readonly Fact[]): Receipt {
  const { sha256, fileName, sender, receivedAt } = upload;
  return {
    uploadId: upload.uploadId,
    sha256,
    fileName,
    sender,
    receivedAt,
    kind: null,
    rows: facts.length,
    accepted: facts.length,
    unchanged: 0,
    duplicate: 0,
    rejected: 0,
    facts: facts.length,
    practices: new Set(facts.map((fact) => fact.practice)).size,
    refused: false,
    problems: [],
    warnings: [],
  };
}
