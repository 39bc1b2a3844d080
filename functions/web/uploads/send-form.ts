import * as z from 'zod';
import { type Day, isDay } from '../../../shared/calendar/day.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '../../../shared/intake/document/checklist.ts';
import { CONTENT_TYPES } from '../../../shared/intake/upload-limits.ts';
import { isRegisterCode, type PracticeCode } from '../../../shared/practice/code.ts';
import type { SenderChoice } from './senders.ts';

/** What can be sent, and how people call it. */
export const WHAT_WORDS = {
  table: 'A table: a status return, tracker, extract or register file',
  letter: 'A pause letter to the system supplier',
  plan: 'An implementation plan',
  dpia: 'A DPIA',
} as const;
export type What = keyof typeof WHAT_WORDS;

/** Which file it is, by the name's ending; what it really is shows in its bytes. */
export const TYPES = {
  csv: { text: 'CSV', contentType: CONTENT_TYPES[0], isOf: 'table' },
  xlsx: { text: 'Excel workbook (XLSX)', contentType: CONTENT_TYPES[1], isOf: 'table' },
  docx: { text: 'Word document (DOCX)', contentType: CONTENT_TYPES[2], isOf: 'document' },
  pdf: { text: 'PDF', contentType: CONTENT_TYPES[3], isOf: 'document' },
} as const;
export type FileType = keyof typeof TYPES;

const WHATS = Object.keys(WHAT_WORDS) as [What, ...What[]];
const TYPE_NAMES = Object.keys(TYPES) as [FileType, ...FileType[]];

const practice = z
  .string()
  .default('')
  .transform((code) => code.trim().toUpperCase())
  .refine((code) => code === '' || isRegisterCode(code), 'Write a practice code, like A81001')
  .transform((code) => (code === '' ? null : (code as PracticeCode)));

/** The fields about a file that is to be sent or checked. */
export const AboutFile = z.object({
  sender: z.string('Choose in whose name you send it').min(1, 'Choose in whose name you send it'),
  what: z.enum(WHATS, 'Choose what it is'),
  practice: practice.describe('The practice that a document is for, where it is not the sender'),
});
export type AboutFile = z.output<typeof AboutFile>;

const asAt = z
  .string()
  .default('')
  .refine((text) => text === '' || isDay(text), 'Write a day as 2023-12-04')
  .transform((text) => (text === '' ? null : (text as Day)));

/** Before a file is sent: about it, and of which type it will be. */
export const SendForm = AboutFile.extend({
  'as-at': asAt.describe(
    'From NHS England: the day that a register file without dates speaks of, where it is not today',
  ),
  type: z.enum(TYPE_NAMES, 'Choose the type of the file'),
}).refine(({ what, type }) => TYPES[type].isOf === (what === 'table' ? 'table' : 'document'), {
  message:
    'A table is a CSV or an Excel workbook; a letter, plan or DPIA is a PDF or a Word document',
  path: ['type'],
});
export type SendForm = z.output<typeof SendForm>;

/** What intake is told of a document: what it is, and for which practice; nothing for tables. */
export function aboutOf({ what, practice: named, sender }: AboutFile) {
  if (what === 'table') return undefined;
  const own = sender.startsWith('practice:')
    ? (sender.slice('practice:'.length) as PracticeCode)
    : null;
  return { practice: named ?? own, document: what as DocumentKind };
}

/** The form as the NHS.UK components take it, with what was chosen before. */
export function formView(
  senders: readonly SenderChoice[],
  typed: Readonly<Record<string, string>>,
) {
  const [only] = senders;
  const chosen = typed['sender'] ?? (senders.length === 1 ? only?.value : undefined);
  return {
    senders: senders.map(({ value, text }) => ({ value, text, checked: value === chosen })),
    whats: WHATS.map((value) => ({
      value,
      text: WHAT_WORDS[value],
      checked: typed['what'] === value,
    })),
    types: TYPE_NAMES.map((value) => ({
      value,
      text: TYPES[value].text,
      checked: typed['type'] === value,
    })),
    practice: typed['practice'] ?? '',
    asAt: typed['as-at'] ?? '',
    asksDay: senders.some(({ sender }) => sender.role === 'national'),
    asksPractice: senders.some(
      ({ sender }) => sender.role !== 'practice' && sender.role !== 'supplier',
    ),
    documents: DOCUMENT_KINDS,
  };
}
