import { readFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { open } from '../../../../shared/intake/open/open.ts';
import { screenForPatientData } from '../../../../shared/intake/patient-data/screen.ts';

/** In pieces: no file of ours holds a whole one. */
const NUMBER = ['943', '476', '5919'].join(' ');

function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(name, import.meta.url)));
}
const BOOK = 'fixtures/libreoffice-extract.xlsx';
const LETTER = 'document-fixtures/letter.docx';
const PDF = 'document-fixtures/letter.pdf';

type Parts = Record<string, Uint8Array>;
function changed(name: string, change: (parts: Parts) => Parts): Uint8Array {
  return zipSync(change(unzipSync(fixture(name))));
}
const text = (words: string) => new TextEncoder().encode(words);
const inXml = (name: string, mark: string, more: string) => (parts: Parts) => {
  const xml = new TextDecoder().decode(parts[name]);
  expect(xml).toContain(mark);
  return { ...parts, [name]: text(xml.replace(mark, `${more}${mark}`)) };
};

function withComment(bytes: Uint8Array): Uint8Array {
  const comment = text(NUMBER);
  const file = Buffer.concat([bytes, comment]);
  file.writeUInt16LE(comment.length, bytes.length - 2);
  return new Uint8Array(file);
}

const item = `<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="${NUMBER}" w:value="x"/></w:dropDownList></w:sdtPr><w:sdtContent/></w:sdt>`;

const PLANTED: readonly (readonly [where: string, file: () => Uint8Array])[] = [
  ['a part of no known kind', () => changed(BOOK, (p) => ({ ...p, 'notes.txt': text(NUMBER) }))],
  ['the same in a Word file', () => changed(LETTER, (p) => ({ ...p, 'word/a.dat': text(NUMBER) }))],
  ['the name of a part', () => changed(BOOK, (p) => ({ ...p, [`xl/${NUMBER}.png`]: text('x') }))],
  ['the comment of the archive', () => withComment(zipSync(unzipSync(fixture(BOOK))))],
  [
    'a spelling beside a word',
    () =>
      changed(
        BOOK,
        inXml('xl/sharedStrings.xml', '</si>', `<rPh sb="0" eb="1"><t>${NUMBER}</t></rPh>`),
      ),
  ],
  [
    'an entry of a drop-down list',
    () => changed(LETTER, inXml('word/document.xml', '<w:sectPr', item)),
  ],
  [
    'the value of an entry',
    () =>
      changed(
        LETTER,
        inXml(
          'word/document.xml',
          '<w:sectPr',
          item.replace('"x"', `"${NUMBER}"`).replace(`displayText="${NUMBER}"`, 'displayText="y"'),
        ),
      ),
  ],
  [
    'the name of a style',
    () =>
      changed(
        LETTER,
        inXml(
          'word/styles.xml',
          '</w:styles>',
          `<w:style w:type="paragraph" w:styleId="x"><w:name w:val="${NUMBER}"/></w:style>`,
        ),
      ),
  ],
  [
    'the name of a bookmark',
    () =>
      changed(
        LETTER,
        inXml('word/document.xml', '<w:sectPr', `<w:bookmarkStart w:id="7" w:name="${NUMBER}"/>`),
      ),
  ],
  ['bytes after the end of a PDF', () => joined(fixture(PDF), text(`\n${NUMBER}\n`))],
  [
    'the reason of a signature in a PDF',
    () =>
      joined(
        fixture(PDF),
        text(`\n99 0 obj\n<< /Type /Sig /Reason (${NUMBER}) >>\nendobj\n%%EOF\n`),
      ),
  ],
];

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}

const found = async (bytes: Uint8Array) =>
  screenForPatientData(await open(bytes), { fileName: 'file', kind: null });

describe('what readers leave behind is screened', () => {
  test.each(PLANTED)('%s', async (_, file) => {
    const opened = await open(file());
    expect(opened.as).not.toBe('refused');
    expect(await found(file())).toMatchObject({ what: 'an NHS number' });
  });

  test.each([BOOK, LETTER, PDF])('%s is clean', async (name) => {
    expect(await found(fixture(name))).toBeNull();
  });
});
