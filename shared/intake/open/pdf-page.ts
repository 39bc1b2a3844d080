import type { PDFPageProxy } from 'unpdf/pdfjs';
import type { Aside } from './opened.ts';
import { type Annotation, asidesOf, writtenOn } from './pdf-annotations.ts';
import { layOut, type Piece } from './pdf-layout.ts';

type OpenedPage = { readonly text: string; readonly asides: readonly Aside[] };

/** A gap of more than this many letter heights within a line is that between two columns. */
const COLUMN_GAP = 1;

/**
 * Takes a page of a PDF, gives its text in reading order with what was filled in or typed onto it where
 * it stands, and its comments and links as asides; or that it runs a program, or has a file attached.
 */
export async function openPage(
  page: PDFPageProxy,
  number: number,
): Promise<OpenedPage | 'active' | 'attached'> {
  if ((await page.getJSActions()) !== null) return 'active';
  const annotations = (await page.getAnnotations({ intent: 'any' })) as readonly Annotation[];
  if (annotations.some(({ subtype }) => subtype === 'FileAttachment')) return 'attached';
  const { items } = await page.getTextContent();
  const pieces = items.flatMap((item) => ('str' in item ? [piece(item)] : []));
  page.cleanup();
  return { text: layOut(pieces, writtenOn(annotations)), asides: asidesOf(annotations, number) };
}

type Item = Extract<
  Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'][number],
  { readonly str: string }
>;

function piece({ str, hasEOL, transform, width, height }: Item): Piece {
  const [left, baseline] = [Number(transform[4]), Number(transform[5])];
  const isColumnGap = str === ' ' && width > COLUMN_GAP * (height || Math.abs(transform[3]));
  return { text: isColumnGap ? '\t' : str, endsLine: hasEOL, left, right: left + width, baseline };
}
