import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Opened, OpenedDocument } from '../../../../shared/intake/open/opened.ts';
import { openPdf } from '../../../../shared/intake/open/pdf.ts';
import { LETTER_PAGE, line, makePdf } from './make-pdf.ts';

function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`./document-fixtures/${name}`, import.meta.url)));
}

function document(opened: Opened): OpenedDocument {
  if (opened.as !== 'document') throw new Error(JSON.stringify(opened));
  return opened;
}

/** The text of the first page, line by line. */
async function lines(bytes: Uint8Array): Promise<readonly string[]> {
  return document(await openPdf(bytes)).passages[0]!.text.split('\n');
}

async function asides(bytes: Uint8Array): Promise<readonly string[]> {
  return document(await openPdf(bytes)).asides.map(({ where, text }) => `${where}: ${text}`);
}

const SAYS_SOMETHING = line('A form with some words on its page.', { at: [72, 800] });
const NOISE = ['log', 'info', 'warn', 'error'] as const;

beforeEach(() => {
  for (const noise of NOISE) vi.spyOn(console, noise).mockImplementation(() => undefined);
});
afterEach(() => {
  for (const noise of NOISE) expect(console[noise]).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

describe('a PDF that LibreOffice made', () => {
  test('gives a letter line by line, as one passage', async () => {
    const letter = await lines(fixture('letter.pdf'));
    expect(letter.slice(0, 4)).toEqual([
      'Elm Tree Surgery (practice code A81001)',
      '4 Orchard Lane, Newbridge NB4 7QT. Telephone 01632 960 104',
      '31 October 2022',
      'To: EMIS Health, aapostpone@emishealth.com',
    ]);
    expect(letter.at(-1)).toBe('Page 1 of 1');
  });

  test('gives the cells of a table with tabs between, page by page', async () => {
    const { passages, format, warnings } = document(await openPdf(fixture('plan.pdf')));
    expect({ format, warnings }).toEqual({ format: 'PDF', warnings: [] });
    expect(passages.map(({ page }) => page)).toEqual([1, 2]);
    expect(passages[0]!.text).toContain('\nNamed lead\tPriya Nair, practice manager\n');
    expect(passages[1]!.text).toContain('\nDate\t12 September 2023\n');
  });

  test('gives filled form fields where they stand', async () => {
    expect(await lines(fixture('form.pdf'))).toEqual([
      'Data protection impact assessment',
      'Name of controller:\tElm Tree Surgery (A81001)',
      'Measures approved:',
      'Advice overruled:',
      'Outcome:\topt-in',
      'Signed:\tDr Ruth Okafor, 18 October 2023',
      'Review date:',
      '☒\tMeasures approved',
      '☐\tDPO advice overruled',
    ]);
  });

  test('opens where a password only keeps it from being changed', async () => {
    expect(await lines(fixture('read-only.pdf'))).toContain('31 October 2022');
  });

  test('leaves the bytes as they were', async () => {
    const bytes = fixture('letter.pdf');
    await openPdf(bytes);
    expect(bytes).toEqual(fixture('letter.pdf'));
  });
});

const SCRIPT = '<</S/JavaScript/JS(app.alert\\(1\\))>>';
const REFUSED: readonly (readonly [name: string, bytes: Uint8Array, problem: string])[] = [
  ['locked by a password (RC4)', fixture('locked.pdf'), 'needs a password'],
  ['locked by a password (AES-256)', fixture('locked-aes.pdf'), 'needs a password'],
  ['scanned', fixture('scanned.pdf'), 'are pictures'],
  ['of blank pages', makePdf({ pages: ['', ''] }), 'are pictures'],
  ['scanned, with a stamp', makePdf({ pages: [line('Scan 12', { at: [1, 1] })] }), 'are pictures'],
  ['with a file attached', fixture('attached.pdf'), 'attached inside'],
  [
    'with a file pinned to a page',
    makePdf({
      page: '/Annots[<</Type/Annot/Subtype/FileAttachment/Rect[1 1 9 9]/FS<</F(a.txt)>>>>]',
    }),
    'attached inside',
  ],
  [
    'of 201 pages',
    makePdf({ pages: Array.from({ length: 201 }, () => LETTER_PAGE) }),
    'more than 200 pages',
  ],
  [
    'of more than 20 MiB',
    new Uint8Array(20 * 1024 * 1024 + 1).fill(0x20),
    '20.0 MiB, and at most 20 MiB',
  ],
  [
    'that is an XFA form',
    makePdf({
      catalogue: '/AcroForm<</Fields[]/XFA 1000 0 R>>',
      objects: { 1000: { stream: '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"/>' } },
    }),
    'XFA',
  ],
  ['that runs JavaScript at opening', makePdf({ catalogue: `/OpenAction${SCRIPT}` }), 'JavaScript'],
  [
    'with JavaScript of its own',
    makePdf({ catalogue: `/Names<</JavaScript<</Names[(a)${SCRIPT}]>>>>` }),
    'JavaScript',
  ],
  ['that runs JavaScript on a page', makePdf({ page: `/AA<</O${SCRIPT}>>` }), 'JavaScript'],
  ['cut short', fixture('letter.pdf').subarray(0, 400), 'is damaged'],
  ['that is none', new TextEncoder().encode('%PDF-1.7\nnothing like it'), 'is damaged'],
  [
    'whose pages go round in circles',
    makePdf({ objects: { 2: '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 5>>' } }),
    'is damaged',
  ],
];

test.each(REFUSED)('a PDF %s is refused with what to do', async (_, bytes, problem) => {
  const opened = await openPdf(bytes);
  if (opened.as !== 'refused') throw new Error('was opened');
  expect(opened.refused).toMatchObject({ row: 0, column: null, found: null });
  expect(opened.refused.problem).toContain(problem);
  expect(opened.refused.remedy).toMatch(/^[A-Z].{30,}\.$/s);
});

describe('what people write onto a page', () => {
  const form = (fields: string, widgets: Readonly<Record<number, string>>, pages: string) =>
    makePdf({
      pages: [SAYS_SOMETHING + pages],
      catalogue: `/AcroForm<</Fields[${fields}]>>`,
      page: `/Annots[${Object.keys(widgets)
        .map((number) => `${number} 0 R`)
        .join(' ')}]`,
      objects: widgets,
    });

  test('typed over the page (FreeText) comes after its label', async () => {
    const typed = '<</Type/Annot/Subtype/FreeText/Rect[200 695 400 715]/Contents(A81001)>>';
    const pages = [SAYS_SOMETHING + line('Practice code:', { at: [72, 700] })];
    expect(await lines(makePdf({ pages, page: `/Annots[${typed}]` }))).toContain(
      'Practice code:\tA81001',
    );
  });

  test('a choice is given in the words that the form shows', async () => {
    const widget =
      '<</Type/Annot/Subtype/Widget/FT/Ch/Ff 131072/T(a)/V(o)/Opt[[(a)(Automatic)][(o)(Opt-in)]]/Rect[150 695 250 710]>>';
    const bytes = form('1000 0 R', { 1000: widget }, line('Outcome:', { at: [72, 700] }));
    expect(await lines(bytes)).toContain('Outcome:\tOpt-in');
  });

  test('of several round buttons the one that was chosen is ticked', async () => {
    const button = (bottom: number, name: string, state: string) =>
      `<</Type/Annot/Subtype/Widget/Parent 1000 0 R/Rect[80 ${bottom} 92 ${bottom + 12}]/AS/${state}/AP<</N<</${name} 1003 0 R/Off 1003 0 R>>>>>>`;
    const bytes = makePdf({
      pages: [
        SAYS_SOMETHING + line('Opt-in', { at: [100, 700] }) + line('Automatic', { at: [100, 680] }),
      ],
      catalogue: '/AcroForm<</Fields[1000 0 R]>>',
      page: '/Annots[1001 0 R 1002 0 R]',
      objects: {
        1000: '<</FT/Btn/Ff 49152/T(outcome)/V/optin/Kids[1001 0 R 1002 0 R]>>',
        1001: button(698, 'optin', 'optin'),
        1002: button(678, 'auto', 'Off'),
        1003: { dictionary: '/Type/XObject/Subtype/Form/BBox[0 0 9 9]', stream: '' },
      },
    });
    expect((await lines(bytes)).slice(1)).toEqual(['☒\tOpt-in', '☐\tAutomatic']);
  });

  test('without a label it stands on a line of its own, below the text above', async () => {
    const widget = '<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(no label)/Rect[80 400 300 420]>>';
    const bytes = form('1000 0 R', { 1000: widget }, line('Last line', { at: [72, 100] }));
    expect((await lines(bytes)).slice(1)).toEqual(['no label', 'Last line']);
  });

  test('what is hidden, or on no page, is an aside and no text', async () => {
    const hidden = '<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(unseen)/F 2/Rect[80 690 200 710]>>';
    const bytes = makePdf({
      catalogue: '/AcroForm<</Fields[1000 0 R 1001 0 R]>>',
      page: '/Annots[1000 0 R]',
      objects: {
        1000: hidden,
        1001: '<</Subtype/Widget/FT/Tx/T(b)/V(on no page)/Rect[1 1 9 9]>>',
      },
    });
    expect((await lines(bytes)).join()).not.toMatch(/unseen|on no page/);
    expect(await asides(bytes)).toEqual(
      expect.arrayContaining(['a form field: unseen', 'a form field: on no page']),
    );
  });
});

test('what stands beside the pages is an aside', async () => {
  const xmp =
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" pdf:Keywords="a keyword"><dc:description><rdf:Alt><rdf:li>an XMP description</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>';
  const bytes = makePdf({
    catalogue: '/Metadata 1000 0 R/Outlines 1001 0 R',
    objects: {
      1000: { dictionary: '/Type/Metadata/Subtype/XML', stream: xmp },
      1001: '<</First 1002 0 R/Last 1002 0 R>>',
      1002: '<</Title(a bookmark)/Parent 1001 0 R/First 1003 0 R/Last 1003 0 R>>',
      // Its next one is the one above it: a circle.
      1003: '<</Title(one below)/Parent 1002 0 R/Next 1002 0 R>>',
    },
    page: '/Annots[<</Type/Annot/Subtype/Text/Rect[1 1 9 9]/Contents(a note)/T(Priya Nair)>><</Type/Annot/Subtype/Link/Rect[1 1 9 9]/A<</S/URI/URI(mailto:lead@example.org)>>>>]',
    trailer: '/Info<</Title(a title)/Asset(of our own)>>',
  });
  expect(new Set(await asides(bytes))).toEqual(
    new Set([
      'the document properties: 1.7',
      'the document properties: a title',
      'the document properties: Asset',
      'the document properties: of our own',
      'the document properties: a keyword',
      'the document properties: an XMP description',
      'the outline (bookmarks): a bookmark',
      'the outline (bookmarks): one below',
      'an annotation on page 1: a note',
      'an annotation on page 1: Priya Nair',
      'a link on page 1: mailto:lead@example.org',
    ]),
  );
});

test('of what it does not read the sender is warned', async () => {
  const { warnings } = document(
    await openPdf(
      makePdf({
        pages: [LETTER_PAGE, '', LETTER_PAGE, ''],
        catalogue: '/AcroForm<</Fields[1000 0 R]/SigFlags 3>>',
        objects: { 1000: '<</FT/Sig/T(a)/V<</Type/Sig/Name(Ruth Okafor)>>>>' },
      }),
    ),
  );
  expect(warnings.map(({ warning }) => warning)).toEqual([
    expect.stringContaining('pages 2, 4 hold no text'),
    expect.stringContaining('a digital signature is not read'),
  ]);
});

test('text without end is refused', async () => {
  const tiny = `BT /F1 0.01 Tf 1 0 0 1 72 700 Tm (${'x'.repeat(10_000)}) Tj ET\n`;
  const page = tiny.repeat(201);
  expect(await openPdf(makePdf({ pages: [page] }))).toMatchObject({
    as: 'refused',
    refused: { problem: expect.stringContaining('more text than any letter') },
  });
});

test('a PDF with any bytes changed is opened or refused, never more', async () => {
  const letter = fixture('letter.pdf');
  const change = fc.record({ at: fc.nat(letter.length - 1), byte: fc.nat(255) });
  const changes = fc.array(change, { minLength: 1, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(changes, fc.nat(letter.length), async (changed, cut) => {
      const bytes = letter.slice(0, changed.length % 4 === 0 ? cut : letter.length);
      for (const { at, byte } of changed) bytes[at % Math.max(1, bytes.length)] = byte;
      const opened = await openPdf(bytes);
      if (opened.as === 'refused') expect(opened.refused.remedy).toMatch(/\w{4}/);
      else expect(document(opened).passages.length).toBeGreaterThan(0);
    }),
    { numRuns: 60 },
  );
});
