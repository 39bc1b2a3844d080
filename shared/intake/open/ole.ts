import type { OtherKind } from './open-kinds.ts';

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const PASSWORD: OtherKind = {
  what: 'a file that is protected with a password',
  remedy:
    'Take the password off (in Excel or Word: File > Info > Protect > Encrypt with Password, and empty the box) and send it again.',
};

/** What the streams in the file are called, and what that makes of it. */
const BY_STREAM: readonly (readonly [streams: readonly string[], kind: OtherKind])[] = [
  [['EncryptedPackage', 'EncryptionInfo'], PASSWORD],
  [
    ['Workbook', 'Book'],
    {
      what: 'a workbook of an older Excel (XLS)',
      remedy: 'Open it in Excel, choose Save As and "Excel Workbook (.xlsx)", and send that.',
    },
  ],
  [
    ['WordDocument'],
    {
      what: 'a document of an older Word (DOC)',
      remedy: 'Open it in Word, choose Save As and "Word Document (.docx)", and send that.',
    },
  ],
  [
    ['PowerPoint Document'],
    { what: 'a presentation (PPT)', remedy: 'Export it as a PDF with text in it and send that.' },
  ],
  [
    ['__properties_version1.0'],
    {
      what: 'an e-mail saved from Outlook (MSG)',
      remedy: 'Save the attachment by itself, or the e-mail as a PDF, and send that.',
    },
  ],
];

const UNKNOWN: OtherKind = {
  what: 'a file of an older Office program',
  remedy: 'Open it, save it as .xlsx, .docx or PDF, and send that.',
};

/**
 * What a file is that holds others as older Office programs wrote it (an OLE compound file), and a
 * workbook or document under a password still does; undefined for any other file. The names of the
 * streams inside stand in it in UTF-16.
 */
export function whichOle(bytes: Uint8Array): OtherKind | undefined {
  if (!SIGNATURE.every((byte, i) => bytes[i] === byte)) return undefined;
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const holds = (stream: string) => file.includes(Buffer.from(`${stream}\0`, 'utf16le'));
  return BY_STREAM.find(([streams]) => streams.some(holds))?.[1] ?? UNKNOWN;
}
