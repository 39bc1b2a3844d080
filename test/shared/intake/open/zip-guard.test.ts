import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  guardedZip,
  MOST_UNPACKED,
  MOST_UNPACKED_PART,
} from '../../../../shared/intake/open/zip-guard.ts';
import { relation, relations, workbook, zipped } from './workbook.ts';

const book = workbook({});
const withParts = (parts: Record<string, string | Uint8Array>) => zipped({ ...book, ...parts });
const noise = (bytes: number, step = 7) => {
  const part = new Uint8Array(bytes);
  for (let i = 0, state = 1; i < bytes; i += step) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    part[i] = state >>> 24;
  }
  return part;
};

/** Where the directory at the end lists a part. */
function listedAt(zip: Uint8Array, name: string): number {
  const text = Buffer.from(zip).toString('latin1');
  for (let at = text.indexOf('PK\x01\x02'); at !== -1; at = text.indexOf('PK\x01\x02', at + 4)) {
    if (text.startsWith(name, at + 46)) return at;
  }
  throw new Error(`no ${name}`);
}

function changed(zip: Uint8Array, change: (view: DataView, zip: Uint8Array) => void): Uint8Array {
  const copy = zip.slice();
  change(new DataView(copy.buffer), copy);
  return copy;
}

/** The bytes of one part are those of another with its header, and both are listed. */
function partInsideAnother(): Uint8Array {
  const inner = zipped({ 'xl/b.bin': 'b' });
  const header = inner.subarray(0, inner.indexOf(0x50, 4));
  const outer = zipped({ ...book, 'xl/a.bin': header, 'xl/b.bin': 'b' }, ['xl/a.bin']);
  return changed(outer, (view, zip) => {
    const inside = Buffer.from(zip.buffer).indexOf(Buffer.from(header));
    view.setUint32(listedAt(zip, 'xl/b.bin') + 42, inside, true);
  });
}

const endOf = (zip: Uint8Array) => zip.length - 22;
const WORKBOOK = 'xl/workbook.xml';

test('what is packed in a workbook or a document comes out, pictures and fonts stay empty', () => {
  const guarded = guardedZip(withParts({ 'xl/media/image1.png': noise(1_000), 'xl/': '' }));
  expect(guarded).toMatchObject({ ok: true });
  const parts = guarded.ok ? guarded.parts : new Map<string, Uint8Array>();
  expect(Buffer.from(parts.get(WORKBOOK)!).toString()).toBe(book[WORKBOOK]);
  expect(parts.get('xl/media/image1.png')).toHaveLength(0);
  expect(parts.has('xl/')).toBe(false);
  expect(guardedZip(zipped({ 'word/document.xml': '<w:document/>' }))).toMatchObject({ ok: true });
});

describe('refused for how it is put together', () => {
  test.each<[string, Uint8Array, RegExp]>([
    ['cut short', zipped(book).subarray(0, 900), /damaged/],
    ['bytes behind its end', new Uint8Array([...zipped(book), 0]), /damaged/],
    ['bytes before its beginning', new Uint8Array([0x50, 0x4b, 3, 4, ...zipped(book)]), /damaged/],
    [
      'another name in front of a part than in the directory',
      changed(zipped(book), (_, zip) => {
        zip[30] = 0x41;
      }),
      /damaged/,
    ],
    [
      'a name listed twice',
      changed(withParts({ 'xl/workbool.xml': '<a/>' }), (_, zip) => {
        const text = Buffer.from(zip.buffer);
        for (let at = text.indexOf('workbool'); at !== -1; at = text.indexOf('workbool')) {
          zip[at + 7] = 0x6b;
        }
      }),
      /two parts of the same name/,
    ],
    ['names that differ only in case', withParts({ 'XL/Workbook.xml': '<a/>' }), /same name/],
    ['a name that climbs', withParts({ 'xl/../../etc/passwd': 'x' }), /leads out of the file/],
    ['a name from the root', withParts({ '/etc/passwd': 'x' }), /leads out of the file/],
    ['a name with a drive', withParts({ 'C:\\windows\\x': 'x' }), /leads out of the file/],
    [
      'a part that the directory leaves out',
      changed(withParts({ 'xl/b.xml': '<b/>' }), (view, zip) => {
        const end = endOf(zip);
        const at = listedAt(zip, 'xl/b.xml');
        view.setUint16(end + 8, view.getUint16(end + 8, true) - 1, true);
        view.setUint16(end + 10, view.getUint16(end + 10, true) - 1, true);
        view.setUint32(end + 12, at - view.getUint32(end + 16, true), true);
        zip.copyWithin(at, end);
      }).subarray(0, -(46 + 'xl/b.xml'.length)),
      /damaged/,
    ],
    ['a part inside another', partInsideAnother(), /lie over one another/],
    [
      'a part that reaches over the next',
      changed(zipped(book), (view, zip) => {
        const at = listedAt(zip, '_rels/.rels');
        const packed = view.getUint32(at + 20, true);
        view.setUint32(at + 20, packed + 60, true);
        view.setUint32(view.getUint32(at + 42, true) + 18, packed + 60, true);
      }),
      /lie over one another/,
    ],
    [
      'an entry under a password',
      changed(zipped(book), (view, zip) => view.setUint16(listedAt(zip, WORKBOOK) + 8, 1, true)),
      /protected with a password/,
    ],
    [
      'a count for files of 64 bits',
      changed(zipped(book), (view, zip) => view.setUint16(endOf(zip) + 10, 0xffff, true)),
      /4 GB/,
    ],
    [
      'a size for files of 64 bits',
      changed(zipped(book), (view, zip) =>
        view.setUint32(listedAt(zip, WORKBOOK) + 24, 0xffffffff, true),
      ),
      /4 GB/,
    ],
    [
      'a packing that no office program uses',
      changed(zipped(book), (view, zip) => view.setUint16(listedAt(zip, WORKBOOK) + 10, 12, true)),
      /damaged/,
    ],
    [
      'more than 2,000 parts',
      withParts(
        Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [`xl/p${i}.xml`, '<a/>'])),
      ),
      /more than 2,000 parts/,
    ],
    [
      'a part that is not what its checksum says',
      changed(zipped(book), (view, zip) => view.setUint32(listedAt(zip, WORKBOOK) + 16, 1, true)),
      /larger or smaller than the file says/,
    ],
  ])('%s', (_, zip, problem) => {
    const guarded = guardedZip(zip);
    expect(guarded).toMatchObject({
      ok: false,
      refused: { row: 0, found: null, problem: expect.stringMatching(problem) },
    });
    expect(guarded.ok ? '' : guarded.refused.remedy).not.toBe('');
  });
});

describe('refused as a bomb, before it is unpacked', () => {
  test.each<[string, Uint8Array, RegExp]>([
    [
      'a part of 300 MB in 300 KB',
      withParts({ 'xl/a.xml': new Uint8Array(300_000_000) }),
      /too large/,
    ],
    ['a part of 2 MB in 2 KB', withParts({ 'xl/a.xml': new Uint8Array(2_000_000) }), /100 times/],
    [
      'a picture of 20 MB in 20 KB',
      withParts({ 'xl/media/a.png': new Uint8Array(20_000_000) }),
      /100 times/,
    ],
    [
      'one part over the limit',
      withParts({ 'xl/a.bin': noise(MOST_UNPACKED_PART + 1, 60) }),
      /too large/,
    ],
    [
      'parts that come to more than the limit together',
      withParts({
        'xl/a.bin': noise(MOST_UNPACKED / 2, 60),
        'xl/b.bin': noise(MOST_UNPACKED / 2, 60),
      }),
      /too large/,
    ],
    [
      'a part that declares less than comes out',
      changed(withParts({ 'xl/a.xml': new Uint8Array(5_000_000) }), (view, zip) => {
        const at = listedAt(zip, 'xl/a.xml');
        view.setUint32(at + 24, 1_000, true);
        view.setUint32(view.getUint32(at + 42, true) + 22, 1_000, true);
      }),
      /larger or smaller/,
    ],
  ])('%s', (_, zip, problem) => {
    expect(guardedZip(zip)).toMatchObject({
      ok: false,
      refused: { problem: expect.stringMatching(problem) },
    });
  });
});

describe('refused for what it may do', () => {
  const linked = (type: string, target: string) => ({
    'xl/worksheets/_rels/sheet1.xml.rels': relations(relation('x', type, target, 'External')),
  });
  const typed = (type: string) => ({
    '[Content_Types].xml': `<Types><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`,
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['a macro project', { 'xl/vbaProject.bin': 'x' }, /macros/],
    ['an old macro sheet', { 'xl/macrosheets/sheet1.xml': '<a/>' }, /macros/],
    [
      'the type of a workbook with macros',
      typed('application/vnd.ms-excel.sheet.macroEnabled.main+xml'),
      /macros/,
    ],
    [
      'a macro project under another name',
      { ...typed('application/vnd.ms-office.vbaProject') },
      /macros/,
    ],
    ['an ActiveX control', { 'xl/activeX/activeX1.xml': '<a/>' }, /ActiveX/],
    ['an embedded object', { 'xl/embeddings/oleObject1.bin': 'x' }, /another file inside/],
    ['a file in a document', { 'word/afchunk.rtf': 'x' }, /another file inside/],
    ['a data model', { 'xl/model/item.data': 'x' }, /Power Pivot/],
    [
      'a link to a workbook',
      { 'xl/externalLinks/externalLink1.xml': '<a/>' },
      /linked to something outside/,
    ],
    ['a connection to a database', { 'xl/connections.xml': '<a/>' }, /linked to something outside/],
    [
      'a linked picture',
      linked('image', 'https://example.org/a.png'),
      /linked to something outside/,
    ],
    ['a linked object', linked('oleObject', 'file:///c:/a.xlsx'), /another file inside/],
    [
      'a template on a server',
      linked('attachedTemplate', 'https://example.org/a.dotm'),
      /template/,
    ],
    ['a template on a share', linked('attachedTemplate', 'file:///\\\\server\\a.dotm'), /template/],
    [
      'a hyperlink to a file',
      linked('hyperlink', 'file:///c:/letter.docx'),
      /hyperlink that leads to a file/,
    ],
    ['a hyperlink to a share', linked('hyperlink', '\\\\server\\letter.docx'), /leads to a file/],
    [
      'a field that fetches from a program',
      {
        'word/document.xml':
          '<a><w:instrText> DDEAU</w:instrText><w:instrText>TO c:\\x</w:instrText></a>',
      },
      /DDE/,
    ],
    [
      'the same in one piece',
      { 'word/document.xml': '<w:fldSimple w:instr=\'DDE "a" "b"\'/>' },
      /DDE/,
    ],
    ['relationships that make no sense', { 'xl/_rels/x.xml.rels': '<Relationships>' }, /damaged/],
  ])('%s', (_, parts, problem) => {
    expect(guardedZip(withParts(parts))).toMatchObject({
      ok: false,
      refused: { problem: expect.stringMatching(problem) },
    });
  });

  test.each<[string, Record<string, string>]>([
    ['a link to a web page', linked('hyperlink', 'https://example.org/a')],
    ['an e-mail address', linked('hyperlink', 'mailto:a@example.org')],
    [
      'the template on the writer’s own disk',
      linked('attachedTemplate', 'file:///C:\\Users\\a\\Normal.dotm'),
    ],
    [
      'a kind of file that some writers always list',
      {
        '[Content_Types].xml':
          '<Types><Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>',
      },
    ],
    ['a field with the page number', { 'word/footer1.xml': '<w:instrText>PAGE</w:instrText>' }],
  ])('not for %s', (_, parts) => {
    expect(guardedZip(withParts(parts))).toMatchObject({ ok: true });
  });
});

describe('refused for how its XML is written', () => {
  /** Does not pack like a bomb. */
  const LONG = Buffer.from(noise(600_000, 1)).toString('hex');

  test.each<[string, string]>([
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['a text of over a million letters', `<a>${LONG}</a>`],
    ['a tag of over a million letters', `<a b="${LONG}"/>`],
    ['a comment without end', '<a><!-- b</a>'],
    ['two bytes a letter', '\ufeff<a/>'],
  ])('%s', (name, xml) => {
    const part = name === 'two bytes a letter' ? Buffer.from(xml, 'utf16le') : Buffer.from(xml);
    expect(guardedZip(withParts({ 'xl/a.xml': part }))).toMatchObject({
      ok: false,
      refused: { problem: expect.stringMatching(/not written as Excel or Word write it/) },
    });
  });

  test('not for comments, processing instructions and marked text of a usual length', () => {
    const xml = '<?xml version="1.0"?><!-- made by a program --><a><![CDATA[<b>]]></a>';
    expect(guardedZip(withParts({ 'xl/a.xml': xml }))).toMatchObject({ ok: true });
  });
});

describe('refused as another kind of file', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    ['XLSB', { 'xl/workbook.bin': 'x' }, /binary workbook \(XLSB\)/],
    ['PPTX', { 'ppt/presentation.xml': '<a/>' }, /presentation/],
    ['ODS', { 'content.xml': '<a/>', 'META-INF/manifest.xml': '<a/>' }, /OpenDocument/],
    ['Numbers', { 'Index/Document.iwa': 'x' }, /Apple Numbers/],
    ['a plain ZIP', { 'letters/one.csv': 'x' }, /a ZIP file with other files in it/],
  ])('%s', (_, parts, problem) => {
    const guarded = guardedZip(zipped(parts));
    expect(guarded).toMatchObject({ ok: false });
    expect(guarded.ok ? '' : guarded.refused.problem).toMatch(problem);
  });
});

test('any bytes in place of some of a good file are refused or read, and never throw', () => {
  const good = withParts({ 'xl/media/a.png': noise(300), 'xl/b.xml': '<a>b</a>' });
  const change = fc.record({
    at: fc.nat(good.length - 1),
    with: fc.uint8Array({ minLength: 1, maxLength: 8 }),
  });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      const bytes = good.slice();
      for (const one of changes) bytes.set(one.with.subarray(0, bytes.length - one.at), one.at);
      const guarded = guardedZip(bytes);
      if (guarded.ok) return guarded.parts.size > 0;
      return guarded.refused.problem !== '' && guarded.refused.remedy !== '';
    }),
    { numRuns: 300 },
  );
});
