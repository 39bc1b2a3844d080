import type { Problem } from '../read-result.ts';

const SAVE_ANEW =
  'Open it in Excel or Word, save it under a new name (as .xlsx or .docx) and send that.';

function refusal(problem: string, remedy: string): Problem {
  return { row: 0, column: null, found: null, problem, remedy };
}

/** Why a spreadsheet, a document or another ZIP is refused before anything in it is read, and what to do. */
export const ZIP_REFUSALS = {
  damaged: refusal(
    'the file is damaged, or was not sent to its end: it is a ZIP file (as XLSX and DOCX are) and its parts do not fit together',
    SAVE_ANEW,
  ),
  zip64: refusal('the file is put together in a way meant for files of 4 GB and more', SAVE_ANEW),
  overlapping: refusal('parts of the file lie over one another, as in a zip bomb', SAVE_ANEW),
  twice: refusal(
    'the file holds two parts of the same name, so it is not certain which one counts',
    SAVE_ANEW,
  ),
  climbing: refusal('the file holds a part whose name leads out of the file', SAVE_ANEW),
  encrypted: refusal(
    'the file is protected with a password, so it cannot be read',
    'Take the password off (in Excel or Word: File > Info > Protect > Encrypt with Password, and empty the box) and send it again.',
  ),
  tooManyEntries: refusal(
    'the file is made of more than 2,000 parts, far more than a spreadsheet or a document has',
    'Copy what matters into a new workbook or document, save that as .xlsx or .docx, and send it.',
  ),
  tooLarge: refusal(
    'the file becomes too large once it is unpacked: more than 32 MiB in all, or 24 MiB in one part',
    'Delete the sheets, rows and pictures that are not needed (also blank rows that are only formatted), or save the one sheet as "CSV UTF-8 (comma delimited)", and send that.',
  ),
  bomb: refusal(
    'a part of the file becomes more than 100 times as large once it is unpacked, as in a zip bomb',
    'Delete blank rows and columns that are only formatted, or save the one sheet as "CSV UTF-8 (comma delimited)", and send that.',
  ),
  liesAboutSize: refusal(
    'a part of the file is larger or smaller than the file says, as in a zip bomb or a damaged file',
    SAVE_ANEW,
  ),
  strangeXml: refusal(
    'a part of the file is not written as Excel or Word write it (it declares a document type, or one piece of text in it has over a million letters)',
    SAVE_ANEW,
  ),
  macros: refusal(
    'the file holds macros (program code), so it is not opened',
    'Save it without them: File > Save As, and choose "Excel Workbook (.xlsx)" or "Word Document (.docx)", not a macro-enabled kind.',
  ),
  activeX: refusal(
    'the file holds ActiveX controls (buttons or boxes that run code), so it is not opened',
    'Copy the cells or the text into a new workbook or document, without the controls, and send that.',
  ),
  embedded: refusal(
    'the file has another file inside it (an embedded object, such as a workbook in a document), which cannot be looked through',
    'Click the object and delete it, or paste it again as a picture; send the inner file by itself if it matters.',
  ),
  dataModel: refusal(
    'the workbook holds a data model (Power Pivot), a copy of data that cannot be looked through',
    'Copy the cells into a new workbook (Paste Special > Values), save that as .xlsx and send it.',
  ),
  links: refusal(
    'the file is linked to something outside itself (another workbook, a database, a template or a picture elsewhere)',
    'In Excel choose Data > Edit Links > Break Link and delete what stands under Data > Queries & Connections; or copy the cells into a new workbook (Paste Special > Values) and send that. In Word delete the linked picture or object.',
  ),
  template: refusal(
    'the document fetches its template from a server or a web page',
    'In Word choose File > Options > Add-ins > Manage: Templates > Go, attach "Normal" in its place, save it and send it again; or save it as a PDF.',
  ),
  hyperlinks: refusal(
    'the file has a hyperlink that leads to a file, not to a web page or an e-mail address',
    'Right-click it and choose Remove Hyperlink (links that begin with https:// or mailto: may stay), then send the file again.',
  ),
  dde: refusal(
    'the document has a field that fetches from another program (DDE)',
    'Press Ctrl+A and then Ctrl+Shift+F9, which turns all fields into plain text; save it and send that.',
  ),
} as const satisfies Record<string, Problem>;

export type ZipRefusal = keyof typeof ZIP_REFUSALS;
