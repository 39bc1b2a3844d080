/** A run of text as a page sets it. Measures are in points, from the lower left corner of the page. */
export type Piece = {
  readonly text: string;
  readonly endsLine: boolean;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
};

/** What was filled into a form field, ticked, or typed onto a page, and the box in which it stands. */
export type Written = {
  readonly text: string;
  readonly isTick: boolean;
  readonly box: {
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
    readonly top: number;
  };
};

/** How far below the lower edge of its box a line of text may be and still be the same line. */
const SLACK = 3;

/**
 * Takes a page's runs of text in reading order and what was written onto it, gives the page's text. A
 * form field's value comes after its label: the nearest text to the left on the same line, else to the
 * right; a tick box goes with the nearest text on either side. Without a label the value stands on a
 * line of its own, below the nearest text above.
 */
export function layOut(pieces: readonly Piece[], written: readonly Written[]): string {
  const notes = new Map<number, { before: string; after: string }>();
  for (const one of [...written].sort(inReadingOrder)) {
    const { at, side, between } = placeFor(pieces, one);
    const note = notes.get(at) ?? { before: '', after: '' };
    notes.set(at, note);
    if (side === 'before') note.before += one.text + between;
    else note.after += between + one.text;
  }
  const text = pieces.map((piece, i) => {
    const { before = '', after = '' } = notes.get(i) ?? {};
    return before + piece.text + after + (piece.endsLine ? '\n' : '');
  });
  return `${notes.get(NOWHERE)?.after ?? ''}${text.join('')}`.trim();
}

/** A page without text, on which only fields are filled in. */
const NOWHERE = -1;

function inReadingOrder(a: Written, b: Written): number {
  return b.box.top - a.box.top || a.box.left - b.box.left;
}

type Place = {
  readonly at: number;
  readonly side: 'before' | 'after';
  readonly between: '\t' | '\n';
};

function placeFor(pieces: readonly Piece[], { box, isTick }: Written): Place {
  const left = nearest(pieces, (piece) => (isBeside(piece, box) ? box.left - piece.right : NaN));
  const right = nearest(pieces, (piece) => (isBeside(piece, box) ? piece.left - box.right : NaN));
  const isLeft = left !== undefined && (!isTick || left.gap <= (right?.gap ?? Infinity));
  if (isLeft) return { at: left.at, side: 'after', between: '\t' };
  if (right !== undefined) return { at: right.at, side: 'before', between: '\t' };
  const above = nearest(pieces, (piece) => piece.baseline - box.top);
  return { at: above?.at ?? NOWHERE, side: 'after', between: '\n' };
}

function isBeside({ baseline }: Piece, { bottom, top }: Written['box']): boolean {
  return baseline >= bottom - SLACK && baseline <= top;
}

/** The piece of text with the smallest gap that is none below zero; a field may overlap its label a little. */
function nearest(pieces: readonly Piece[], gapOf: (piece: Piece) => number) {
  let best: { readonly at: number; readonly gap: number } | undefined;
  for (const [at, piece] of pieces.entries()) {
    if (piece.text.trim() === '') continue;
    const gap = gapOf(piece);
    if (gap >= -SLACK && gap < (best?.gap ?? Infinity)) best = { at, gap };
  }
  return best;
}
