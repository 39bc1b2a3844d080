import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import { textsInXml } from './docx-xml.ts';
import type { Aside } from './opened.ts';
import { textsIn } from './pdf-annotations.ts';

/** What a PDF holds beside its pages: properties (information and XMP), outline, values of form fields. */
export async function asidesBeside(pdf: PDFDocumentProxy): Promise<readonly Aside[]> {
  return [
    ...asides('the document properties', await properties(pdf)),
    ...asides('the outline (bookmarks)', outlineTitles(await pdf.getOutline())),
    ...asides('a form field', await fieldValues(pdf)),
  ];
}

function asides(where: string, texts: readonly string[]): readonly Aside[] {
  return texts.flatMap((text) => (text.trim() === '' ? [] : [{ where, text }]));
}

async function properties(pdf: PDFDocumentProxy): Promise<readonly string[]> {
  const { info, metadata } = await pdf.getMetadata();
  const { Custom = {}, ...standard } = info as { readonly Custom?: object };
  const raw: unknown = metadata?.getRaw();
  return [
    ...textsIn(Object.values(standard)),
    ...Object.entries(Custom).flatMap(([name, value]) => [name, ...textsIn(value)]),
    ...(typeof raw === 'string' ? textsInXml(raw) : []),
  ];
}

type Outline = readonly { readonly title: string; readonly items: Outline }[] | null;

/** By a list and not by recursion: an outline can be nested as deeply as its author likes. */
function outlineTitles(outline: Outline): readonly string[] {
  const titles: string[] = [];
  const waiting = [...(outline ?? [])];
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    titles.push(item.title);
    for (const below of item.items ?? []) waiting.push(below);
  }
  return titles;
}

/** All of them, also those of fields that stand on no page. */
async function fieldValues(pdf: PDFDocumentProxy): Promise<readonly string[]> {
  const fields = (await pdf.getFieldObjects()) ?? {};
  const values = Object.values(fields as Record<string, readonly Field[]>)
    .flat()
    .flatMap((field) => [...textsIn(field.value), ...textsIn(field.defaultValue)]);
  return [...new Set(values)];
}

type Field = { readonly value?: unknown; readonly defaultValue?: unknown };
