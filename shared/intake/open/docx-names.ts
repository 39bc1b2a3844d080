/** Outermost elements of parts whose paragraphs are passages: the text itself, and page headers. */
export const PASSAGE_ROOTS: readonly string[] = ['w:document', 'w:hdr'];

/** Elements of which all text stands beside the passages, by what a message calls it. */
export const BESIDE: ReadonlyMap<string, string> = new Map([
  ['w:comment', 'a comment'],
  ['w:footnote', 'a footnote'],
  ['w:endnote', 'an endnote'],
  ['w:ftr', 'the footer'],
  ['w:glossaryDocument', 'a building block'],
  // Word writes a text box twice, the second time for older programs.
  ['Fallback', 'an older form of a text box'],
]);

/** Text that is not in any passage; the paragraphs around it still count, so that a table cell with only this is blank. */
export const UNSEEN: ReadonlyMap<string, string> = new Map([
  ['w:del', 'a tracked deletion'],
  ['w:moveFrom', 'a tracked deletion'],
  // A paragraph, but not one of Word's own: in charts, diagrams and drawings.
  ['p', 'a chart, diagram or drawing'],
]);

export const TEXT: readonly string[] = ['w:t', 'w:delText', 't'];
export const FIELD_CODE: readonly string[] = ['w:instrText', 'w:delInstrText'];

/** Elements of a run that are white space or a single letter. */
export const LETTERS: ReadonlyMap<string, string> = new Map([
  ['w:tab', '\t'],
  ['w:ptab', '\t'],
  ['w:br', '\n'],
  ['w:cr', '\n'],
  ['w:noBreakHyphen', '-'],
]);

/** Attributes in which people write, by what a message calls them. */
export const WRITTEN: ReadonlyMap<string, string> = new Map([
  ['displayText', 'an entry of a drop-down list'],
  ['descr', 'an alternative text'],
  ['title', 'an alternative text'],
  ['alt', 'an alternative text'],
  ['string', 'a watermark'],
  ['instr', 'a field'],
  ['tooltip', 'a link'],
  ['author', 'the author of a change or a comment'],
]);

/** Elements whose name and value are written by people. */
export const NAMED: ReadonlyMap<string, string> = new Map([
  ['docPr', 'the name of a picture'],
  ['cNvPr', 'the name of a picture'],
  ['w:alias', 'the name of a field'],
  ['w:tag', 'the name of a field'],
  ['w:docVar', 'a document variable'],
  ['w:listItem', 'an entry of a drop-down list'],
  ['w:bookmarkStart', 'the name of a bookmark'],
  ['w:name', 'the name of a style'],
]);

/** Numbers that say where a picture stands are text of elements in these namespaces. */
export const POSITIONS = /\/wordprocessingDrawing$/;
