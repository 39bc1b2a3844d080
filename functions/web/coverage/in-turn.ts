let last: Promise<unknown> = Promise.resolve();

/** One drawing after the other, never two at once: ids are numbered together in all drawings. */
export function inTurn<T>(draw: () => Promise<T>): Promise<T> {
  const drawing = last.then(draw, draw);
  last = drawing.catch(() => undefined);
  return drawing;
}
