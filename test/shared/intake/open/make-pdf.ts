/** The body of a PDF object: a dictionary or the like, or a dictionary with a stream. */
type Body = string | { readonly dictionary?: string; readonly stream: string };

type Made = {
  /** What each page sets, in the operators of PDF; a page of a letter if left out. */
  readonly pages?: readonly string[];
  /** Entries more for the catalogue, for each page and its resources, and objects by number (from 1,000 on). */
  readonly catalogue?: string;
  readonly page?: string;
  readonly resources?: string;
  readonly objects?: Readonly<Record<number, Body>>;
  readonly trailer?: string;
};

export const LETTER_PAGE = line('Please do not switch on automatic access.', { at: [72, 700] });

/** One line of text, set with its left end at a point of the page. */
export function line(text: string, { at }: { readonly at: readonly [number, number] }): string {
  return `BT /F1 12 Tf 1 0 0 1 ${at.join(' ')} Tm (${text}) Tj ET`;
}

/** Makes a PDF by hand, so that a test can say what is strange about it. */
export function makePdf(made: Made = {}): Uint8Array {
  const { pages = [LETTER_PAGE], objects = {} } = made;
  const { catalogue = '', page = '', resources = '', trailer = '' } = made;
  const kids = pages.map((_, i) => `${10 + 2 * i} 0 R`);
  const all: Record<number, Body> = {
    1: `<</Type/Catalog/Pages 2 0 R${catalogue}>>`,
    2: `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${kids.length}>>`,
    3: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...objects,
  };
  for (const [i, stream] of pages.entries()) {
    const contents = `/Contents ${11 + 2 * i} 0 R/Resources<</Font<</F1 3 0 R>>${resources}>>`;
    all[10 + 2 * i] = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${contents}${page}>>`;
    all[11 + 2 * i] = { stream };
  }
  return new TextEncoder().encode(written(all, trailer));
}

function written(objects: Readonly<Record<number, Body>>, trailer: string): string {
  let pdf = '%PDF-1.7\n';
  const places: string[] = [];
  for (const [number, body] of Object.entries(objects)) {
    places.push(`${number} 1\n${String(pdf.length).padStart(10, '0')} 00000 n \n`);
    pdf += `${number} 0 obj\n${textOf(body)}\nendobj\n`;
  }
  const size = Math.max(...Object.keys(objects).map(Number)) + 1;
  const end = `trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${pdf.length}\n%%EOF\n`;
  return `${pdf}xref\n${places.join('')}${end}`;
}

function textOf(body: Body): string {
  if (typeof body === 'string') return body;
  const { dictionary = '', stream } = body;
  return `<<${dictionary}/Length ${stream.length}>>\nstream\n${stream}\nendstream`;
}
