import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { open } from '../../../../shared/intake/open/open.ts';
import { texts, workbook, zipped } from './workbook.ts';

const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)));
const ole = (stream: string) =>
  latin1(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(600)}${[...stream, '\0'].join('\0')}\0`);
const underPassword = () =>
  writeXlsx({
    sheets: [{ name: 'One', rows: [['practice_code']] }],
    encryption: { password: 'made-up', spinCount: 1 },
  });

const why = async (bytes: Uint8Array) => {
  const file = await open(bytes);
  return file.as === 'refused' ? file.refused : { problem: `opened as ${file.as}`, remedy: '' };
};

describe('what a file is shows in its bytes', () => {
  test.each<[string, Uint8Array, string]>([
    ['CSV', latin1('practice_code,as_at_date\nA81001,04/12/2023\n'), 'sheets'],
    ['a workbook', zipped(workbook({ sheets: [{ rows: texts(1, 'a') }] })), 'sheets'],
    ['a text that begins like a picture of another kind', latin1('BM25,a\n1,2\n'), 'sheets'],
  ])('%s is opened', async (_, bytes, as) => {
    expect(await open(bytes)).toMatchObject({ as });
  });

  test('a Word document goes to its own reader', async () => {
    const { problem } = await why(zipped({ 'word/document.xml': '<w:document/>' }));
    expect(problem).not.toMatch(/ZIP|spreadsheet|workbook/);
  });

  test.each(['%PDF-1.7\n', `${' '.repeat(500)}%PDF-1.4\n`])('so does a PDF', async (text) => {
    expect((await why(latin1(text))).problem).toMatch(/PDF/);
  });
});

describe('refused with what it is and what to do', () => {
  test.each<[string, Uint8Array, RegExp, RegExp]>([
    ['nothing', new Uint8Array(), /is empty/, /header row/],
    ['over 20 MiB', new Uint8Array(20 * 1024 * 1024 + 1), /has 20\.0 MiB, and at most 20/, /split/],
    ['a plain ZIP', zipped({ 'a.csv': 'a' }), /a ZIP file with other files/, /Unpack it/],
    ['an empty ZIP', zipped({}), /an empty or a split ZIP/, /Unpack it/],
    ['ODS of LibreOffice', fixture('libreoffice-extract.ods'), /OpenDocument/, /xlsx/],
    ['XLS of LibreOffice', fixture('libreoffice-extract.xls'), /older Excel \(XLS\)/, /\.xlsx/],
    ['DOC', ole('WordDocument'), /older Word \(DOC\)/, /\.docx/],
    ['PPT', ole('PowerPoint Document'), /presentation/, /PDF/],
    ['MSG', ole('__properties_version1.0'), /Outlook/, /attachment/],
    ['another of that family', ole('Something'), /older Office program/, /save it as/],
    ['a password of Office', ole('EncryptedPackage'), /with a password/, /Take the password off/],
    ['RTF', latin1('{\\rtf1 a}'), /Rich Text/, /Word Document/],
    ['a web page', latin1('\r\n<!DOCTYPE HTML><p>'), /web page/, /Excel Workbook/],
    [
      'a table as a web page',
      latin1('<table><tr><td>practice_code</td></tr></table>'),
      /web page/,
      /xlsx/,
    ],
    [
      'a web page after a mark',
      latin1('\xef\xbb\xbf<html xmlns:x="urn:excel">'),
      /web page/,
      /xlsx/,
    ],
    ['a web archive', latin1('MIME-Version: 1.0\r\n'), /web page/, /xlsx/],
    ['XHTML', latin1('<?xml version="1.0"?><html>'), /web page/, /xlsx/],
    ['a workbook of 2003 as XML', latin1('<?xml version="1.0"?><Workbook>'), /an XML file/, /xlsx/],
    ['PNG', latin1('\x89PNG\r\n\x1a\n'), /a picture/, /Word document/],
    ['JPEG', latin1('\xff\xd8\xff\xe0'), /a picture/, /PDF/],
    ['GIF', latin1('GIF89a'), /a picture/, /PDF/],
    ['TIFF', latin1('II*\0'), /a picture/, /PDF/],
    ['HEIC', latin1('\0\0\0\x18ftypheic'), /a picture/, /PDF/],
    ['WEBP', latin1('RIFF1234WEBP'), /a picture/, /PDF/],
    ['BMP', latin1('BM1234\0\0\0\0'), /a picture/, /PDF/],
    ['GZIP', latin1('\x1f\x8b\x08\0'), /compressed/, /Unpack/],
    ['7z', latin1('7z\xbc\xaf\x27\x1c'), /compressed/, /Unpack/],
    ['RAR', latin1('Rar!\x1a'), /compressed/, /Unpack/],
    ['a program', latin1('MZ\x90\0\x03\0\0\0'), /NUL bytes/, /CSV UTF-8/],
  ])('%s', async (_, bytes, problem, remedy) => {
    const refused = await why(bytes);
    expect(refused.problem).toMatch(problem);
    expect(refused.remedy).toMatch(remedy);
  });

  test('a workbook under a password, as a program writes it', async () => {
    expect((await why(await underPassword())).problem).toMatch(/protected with a password/);
  });
});

describe('whatever the bytes, the file is opened or refused with what to do, and nothing throws', () => {
  const isAnswered = async (bytes: Uint8Array) => {
    const file = await open(bytes);
    return file.as !== 'refused' || (file.refused.problem !== '' && file.refused.remedy !== '');
  };
  const beginnings = [
    '',
    'PK\x03\x04',
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    '\x89PNG',
    '<',
    '\xff\xfe',
  ];

  test('any bytes, also behind the beginning of a known kind', async () => {
    const files = fc
      .tuple(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 200 }))
      .map(([beginning, rest]) => new Uint8Array([...latin1(beginning), ...rest]));
    await fc.assert(fc.asyncProperty(files, isAnswered), { numRuns: 200 });
  });

  test('the parts of a good workbook, cut and spoilt', async () => {
    const good = workbook({
      sheets: [{ rows: texts(1, 'practice_code') }, {}],
      strings: ['<t>a</t>'],
      formats: ['0%'],
    });
    const change = fc.record({
      part: fc.constantFrom(...Object.keys(good)),
      at: fc.nat(400),
      cut: fc.nat(20),
      put: fc.oneof(
        fc.string({ maxLength: 12 }),
        fc.constantFrom('<', '/>', '"', '&#0;', '<row r="0">', 't="s"'),
      ),
    });
    const spoilt = fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
      const parts: Record<string, string> = { ...good };
      for (const { part, at, cut, put } of changes) {
        const xml = parts[part]!;
        parts[part] = xml.slice(0, at) + put + xml.slice(at + cut);
      }
      return zipped(parts);
    });
    await fc.assert(fc.asyncProperty(spoilt, isAnswered), { numRuns: 200 });
  });
});
