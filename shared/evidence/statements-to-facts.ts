import type { Upload } from '../intake/receipt/receipt.ts';
import { FACT_SCHEMA, type Fact, type Source, type Statement } from './fact.ts';
import { statementId } from './statement-id.ts';

/**
 * Makes a fact of a statement: its id, when it was received, and where it came from. The receipt and
 * the sender are the upload's own record and never what the file claims.
 */
export function factFrom(statement: Statement, upload: Upload): Fact {
  const { kind, practice, effectiveOn, asAt, values } = statement;
  const fact = {
    id: statementId(statement, upload.sender),
    schema: FACT_SCHEMA,
    practice,
    kind,
    effectiveOn,
    asAt,
    receivedAt: upload.receivedAt,
    ...(upload.backfilledAt !== undefined && { backfilledAt: upload.backfilledAt }),
    source: sourceOf(statement, upload),
    values,
  };
  // Kind and values come together from one statement; TypeScript cannot see that through the union.
  return fact as Fact;
}

function sourceOf(statement: Statement, upload: Upload): Source {
  const { row, page, onBehalfOf, relayed, completeList } = statement;
  return {
    uploadId: upload.uploadId,
    sha256: upload.sha256,
    ...(row !== undefined && { row }),
    ...(page !== undefined && { page }),
    sender: upload.sender,
    ...(onBehalfOf !== undefined && { onBehalfOf }),
    ...(relayed !== undefined && { relayed }),
    ...(completeList !== undefined && { completeList }),
  };
}
