/** What the steps need of a logger (Powertools' fits). Only ids and counts are logged: never a cell, a file name or a message of somebody else's. */
export type Log = {
  readonly info: (message: string, fields: Record<string, unknown>) => void;
  readonly warn: (message: string, fields: Record<string, unknown>) => void;
};

/** Where no one listens. */
export const SILENT: Log = { info: () => {}, warn: () => {} };

/** What may be logged of an error: its name and the places in the code; its message may quote a cell. */
export function traceOf(error: unknown): { error: string; at: readonly string[] } {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const { name, message, stack = '' } = error;
  // The message stands in the stack too, and a line of it may look like a place.
  const said = stack.indexOf(message);
  const below = said === -1 ? '' : stack.slice(said + message.length);
  const frames = below.split('\n').filter((line) => FRAME.test(line));
  return { error: name, at: frames.slice(0, 8).map((frame) => frame.trim()) };
}

/** A line of a stack as V8 writes it: four spaces, and a place in a file at its end. */
const FRAME = /^ {4}at \S.*:\d+:\d+\)?$/;
