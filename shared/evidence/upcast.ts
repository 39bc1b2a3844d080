import { FACT_SCHEMA } from './fact.ts';

type Stored = { readonly schema: number; readonly [field: string]: unknown };
/** Takes a stored fact of one schema version, gives it in the next. It keeps the fact's id. */
type Upcaster = (older: Stored) => Record<string, unknown>;

/**
 * Upcasters by the version that they read. Version 1 is the first and the current one, so none is
 * needed yet. When `FACT_SCHEMA` becomes 2, an upcaster under 1 goes in here, and a file written in
 * version 1 stays among the test fixtures.
 */
const UPCASTERS: Readonly<Record<number, Upcaster>> = {};

/**
 * Brings a stored fact of any past schema version up to the current one, step by step. Gives back
 * what it was given when that is current. Throws when the version is missing, newer than this code
 * knows, or has no upcaster. The result is still to be checked by `FactSchema`.
 */
export function upcast(
  stored: unknown,
  upcasters: Readonly<Record<number, Upcaster>> = UPCASTERS,
  current: number = FACT_SCHEMA,
): unknown {
  if (!hasVersion(stored)) {
    throw new Error('a stored fact names no schema version, so it was not written by this program');
  }
  if (stored.schema > current) {
    throw new Error(
      `a stored fact has schema version ${stored.schema} and this program knows versions up to ${current}; run the newer program that wrote it`,
    );
  }
  let fact: Stored = stored;
  while (fact.schema < current) {
    const step = upcasters[fact.schema];
    if (step === undefined) throw new Error(`no upcaster reads schema version ${fact.schema}`);
    fact = { ...step(fact), schema: fact.schema + 1 };
  }
  return fact;
}

function hasVersion(stored: unknown): stored is Stored {
  const version = (stored as Partial<Stored> | null | undefined)?.schema;
  return typeof version === 'number' && Number.isInteger(version) && version >= 1;
}
