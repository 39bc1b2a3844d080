import type { Problem } from '../read-result.ts';

type Kind = { readonly holds: RegExp; readonly what: string; readonly remedy: string };

/** Other kinds of file that are ZIPs too, by what their parts are called. */
const OTHER_KINDS: readonly Kind[] = [
  {
    holds: /^xl\/workbook\.bin$/i,
    what: 'a binary workbook (XLSB)',
    remedy: 'Open it in Excel, choose Save As and "Excel Workbook (.xlsx)", and send that.',
  },
  {
    holds: /^ppt\//i,
    what: 'a presentation (PPTX)',
    remedy: 'Export it as a PDF with text in it and send that.',
  },
  {
    holds: /^META-INF\/manifest\.xml$/i,
    what: 'an OpenDocument file (ODS or ODT)',
    remedy:
      'Open it in LibreOffice, choose Save As and "Excel 2007-365 (.xlsx)" or "Word 2010-365 Document (.docx)", and send that.',
  },
  {
    holds: /\.iwa$/i,
    what: 'a file of Apple Numbers or Pages',
    remedy: 'Open it there, choose File > Export To > Excel or Word, and send what that makes.',
  },
];

const PLAIN_ZIP: Omit<Kind, 'holds'> = {
  what: 'a ZIP file with other files in it',
  remedy: 'Unpack it and send each file by itself: CSV, XLSX, DOCX or PDF.',
};

/** Why a ZIP with parts of these names is neither a spreadsheet nor a Word document, and what to do; undefined for one that is. */
export function whyNoOfficeFile(names: readonly string[]): Problem | undefined {
  const other = OTHER_KINDS.find(({ holds }) => names.some((name) => holds.test(name)));
  if (other === undefined && officeKind(names) !== undefined) return undefined;
  const { what, remedy } = other ?? PLAIN_ZIP;
  const problem = `this is ${what}, and only CSV, XLSX, DOCX and PDF are taken`;
  return { row: 0, column: null, found: null, problem, remedy };
}

/** What an office file is, by the names of its parts. */
export function officeKind(names: Iterable<string>): 'XLSX' | 'DOCX' | undefined {
  for (const name of names) {
    if (/^xl\/workbook\d*\.xml$/i.test(name)) return 'XLSX';
    if (/^word\/document\d*\.xml$/i.test(name)) return 'DOCX';
  }
  return undefined;
}
