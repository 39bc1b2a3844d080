import { describe, expect, test } from 'vitest';
import { decode } from '../../../../shared/intake/open/decode.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, ...mark: number[]) =>
  new Uint8Array([...mark, ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0])]);

describe('text', () => {
  test.each([
    ['plain', bytes('a,b\n1,é\n'), 'a,b\n1,é\n'],
    ['with a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf, ...bytes('a,b')]), 'a,b'],
  ])('in UTF-8, %s, is read without a warning', (_, given, text) => {
    const read = decode(given);
    expect(read).toMatchObject({ ok: true, warnings: [] });
    expect(read).toMatchObject({ text });
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
    ['NUL bytes', bytes('a,b\n1,\0\n'), /NUL bytes \(the first is byte 7\)/, /CSV UTF-8/],
    ['UTF-16 without a mark', utf16('a,b'), /may be in UTF-16/, /CSV UTF-8/],
    ['UTF-16, little end first', utf16('a,b', 0xff, 0xfe), /is in UTF-16/, /CSV UTF-8/],
    ['UTF-16, big end first', new Uint8Array([0xfe, 0xff, 0, 0x61]), /is in UTF-16/, /CSV UTF-8/],
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
