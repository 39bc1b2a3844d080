import { describe, expect, test } from 'vitest';
import { decode, MOST_BYTES } from '../../../shared/intake/decode.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, ...mark: number[]) =>
  new Uint8Array([...mark, ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0])]);

describe('text', () => {
  test.each([
    ['plain', bytes('a,b\n1,é\n'), 'a,b\n1,é\n'],
    ['with a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf, ...bytes('a,b')]), 'a,b'],
    ['of exactly the largest size', new Uint8Array(MOST_BYTES).fill(0x61), undefined],
  ])('in UTF-8, %s, is read without a warning', (_, given, text) => {
    const read = decode(given);
    expect(read).toMatchObject({ ok: true, warnings: [] });
    if (text !== undefined) expect(read).toMatchObject({ text });
  });

  test.each([
    ['', []],
    [' after a byte order mark', [0xef, 0xbb, 0xbf]],
  ])('in Windows-1252%s is read, and said so', (_, mark) => {
    const given = new Uint8Array([...mark, 0x43, 0x61, 0x66, 0xe9, 0x20, 0x92, 0x80]);
    const read = decode(given);
    expect(read).toMatchObject({ ok: true, text: 'Café ’€' });
    expect(read.ok && read.warnings.map(({ warning }) => warning)).toEqual([
      expect.stringContaining('was read as Windows-1252'),
    ]);
  });
});

describe('refused', () => {
  test.each<[string, Uint8Array, RegExp, RegExp]>([
    ['an empty file', new Uint8Array(), /is empty/, /header row/],
    ['a byte order mark alone', new Uint8Array([0xef, 0xbb, 0xbf]), /is empty/, /header row/],
    ['blank lines alone', bytes(' \r\n\n\t\n'), /is empty/, /header row/],
    [
      'a file of 100 MB',
      new Uint8Array(100_000_000),
      /has 95\.4 MiB, and at most 32 MiB are taken/,
      /right file/,
    ],
    ['one byte too many', new Uint8Array(MOST_BYTES + 1), /at most 32 MiB/, /right file/],
    ['NUL bytes', bytes('a,b\n1,\0\n'), /NUL bytes \(the first is byte 7\)/, /CSV UTF-8/],
    ['UTF-16 without a mark', utf16('a,b'), /may be in UTF-16/, /CSV UTF-8/],
    ['UTF-16, little end first', utf16('a,b', 0xff, 0xfe), /is in UTF-16/, /CSV UTF-8/],
    ['UTF-16, big end first', new Uint8Array([0xfe, 0xff, 0, 0x61]), /is in UTF-16/, /CSV UTF-8/],
    ['XLSX', bytes('PK\x03\x04\x14\0[Content_Types].xml xl/workbook'), /spreadsheet/, /as "CSV/],
    ['DOCX', bytes('PK\x03\x04\x14\0[Content_Types].xml word/document'), /Word/, /as "CSV/],
    ['ZIP', bytes('PK\x03\x04\x14\0letters/one.txt'), /a ZIP file/, /as "CSV/],
    ['XLS', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /older Excel/, /as "CSV/],
    ['PDF', bytes('%PDF-1.7\n'), /a PDF/, /as "CSV/],
    ['GZIP', new Uint8Array([0x1f, 0x8b, 8, 0]), /compressed/, /as "CSV/],
  ])('%s', (_, given, problem, remedy) => {
    const read = decode(given);
    expect(read).toMatchObject({
      ok: false,
      refused: {
        row: 0,
        found: null,
        problem: expect.stringMatching(problem),
        remedy: expect.stringMatching(remedy),
      },
    });
  });
});
