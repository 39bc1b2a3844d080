/**
 * Text is screened across the borders of cells and of passages too, since a form has a cell for each
 * digit, or a label in one and the value in the next. These characters stand for such a border: they
 * are white space to a pattern and occur in no file that people send.
 */
export const CELL_BORDER = '\u2028';
export const PASSAGE_BORDER = '\u2029';
