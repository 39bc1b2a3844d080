import { getDocumentProxy } from 'unpdf';
import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import type { Warning } from '../read-result.ts';
import {
  MOST_LETTERS,
  refusedDocument,
  saysNothing,
  TOO_MUCH_TEXT,
  TooMuchText,
} from './document-problem.ts';
import { whyTooLarge } from './file-limits.ts';
import type { Aside, Opened, Passage } from './opened.ts';
import { asidesBeside } from './pdf-asides.ts';
import { openPage } from './pdf-page.ts';
import { PDF_REFUSALS } from './pdf-refusals.ts';

const MOST_PAGES = 200;

/**
 * Text only: no fonts, no pictures, no WebAssembly, nothing fetched, nothing logged. pdf.js evaluates
 * nothing, and runs no script that a file holds.
 */
const TEXT_ONLY = {
  verbosity: 0,
  useSystemFonts: false,
  disableFontFace: true,
  useWorkerFetch: false,
  useWasm: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  enableXfa: false,
  disableRange: true,
  disableStream: true,
  disableAutoFetch: true,
} as const;

/**
 * Takes the bytes of a PDF, gives one passage a page (its text in reading order, filled form fields
 * where they stand) and, as asides, what stands beside the pages; or why it cannot be opened and what
 * to do. Never throws for what a file holds. (Issue: documents; ADR 7.)
 */
export async function openPdf(bytes: Uint8Array): Promise<Opened> {
  const tooLarge = whyTooLarge(bytes.length);
  if (tooLarge !== undefined) return refusedDocument(tooLarge);
  const pdf = await load(bytes);
  if (typeof pdf === 'string') return refusedDocument(PDF_REFUSALS[pdf]);
  try {
    return await read(pdf);
  } catch (error) {
    return refusedDocument(error instanceof TooMuchText ? TOO_MUCH_TEXT : PDF_REFUSALS.corrupt);
  } finally {
    await pdf.loadingTask.destroy().catch(() => undefined);
  }
}

/** pdf.js takes over the bytes that it is given, so it gets a copy. */
async function load(bytes: Uint8Array): Promise<PDFDocumentProxy | 'password' | 'corrupt'> {
  try {
    return await getDocumentProxy(bytes.slice(), TEXT_ONLY);
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException' ? 'password' : 'corrupt';
  }
}

async function read(pdf: PDFDocumentProxy): Promise<Opened> {
  const why = await whyNotRead(pdf);
  if (why !== undefined) return refusedDocument(PDF_REFUSALS[why]);
  const passages: Passage[] = [];
  const asides: Aside[] = [...(await asidesBeside(pdf))];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await openPage(await pdf.getPage(number), number);
    if (page === 'active' || page === 'attached') return refusedDocument(PDF_REFUSALS[page]);
    passages.push({ page: number, text: page.text });
    asides.push(...page.asides);
    stopAtTooMuch([...passages, ...asides]);
  }
  if (saysNothing(passages.map(({ text }) => text))) return refusedDocument(PDF_REFUSALS.scanned);
  return {
    as: 'document',
    format: 'PDF',
    passages,
    asides,
    warnings: await warnings(pdf, passages),
  };
}

async function whyNotRead(
  pdf: PDFDocumentProxy,
): Promise<'tooManyPages' | 'xfa' | 'attached' | 'active' | undefined> {
  if (pdf.numPages > MOST_PAGES) return 'tooManyPages';
  // What an XFA form holds beside its fields cannot be looked through, so a hybrid one is refused too.
  if ((await infoOf(pdf)).IsXFAPresent === true) return 'xfa';
  if ((await pdf.getAttachments()) !== null) return 'attached';
  return (await pdf.getJSActions()) === null ? undefined : 'active';
}

function stopAtTooMuch(texts: readonly { readonly text: string }[]): void {
  const letters = texts.reduce((sum, { text }) => sum + text.length, 0);
  if (letters > MOST_LETTERS) throw new TooMuchText();
}

/** What stands on a page and is neither read nor screened: the sender should know. */
async function warnings(
  pdf: PDFDocumentProxy,
  passages: readonly Passage[],
): Promise<readonly Warning[]> {
  const unread: string[] = [];
  const empty = passages.flatMap(({ page, text }) => (text.trim() === '' ? [page!] : []));
  if (empty.length > 0) {
    const pages = empty.length === 1 ? `page ${empty[0]} holds` : `pages ${empty.join(', ')} hold`;
    unread.push(
      `${pages} no text, and nothing there was read: if it is a picture of a page, send that page typed`,
    );
  }
  if ((await infoOf(pdf)).IsSignaturesPresent === true) {
    unread.push(
      'a digital signature is not read: the name of who signed, and the date, must stand on the page as text too',
    );
  }
  return unread.map((warning) => ({ row: 0, column: null, warning }));
}

type Info = { readonly IsXFAPresent?: boolean; readonly IsSignaturesPresent?: boolean };

async function infoOf(pdf: PDFDocumentProxy): Promise<Info> {
  return (await pdf.getMetadata()).info;
}
