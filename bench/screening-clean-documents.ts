import { postcode, practiceName } from '../local/sample/names.ts';
import { randomFor } from '../local/sample/random.ts';
import {
  code,
  count,
  digits,
  guid,
  hex,
  landline,
  lead,
  mobile,
  recent,
} from './screening-draws.ts';
import { letter, type ScreenedFile } from './screening-files.ts';

const SEED = 5;

/** Letters, plans and DPIAs with numbers, names and dates in them, none of them a patient's. */
export function cleanDocuments(many = 300): readonly ScreenedFile[] {
  const random = randomFor(SEED, 'documents');
  return Array.from({ length: many }, () => ({
    kind: null,
    fileName: `${code(random)} letter ${recent(random).replaceAll('/', '-')}.docx`,
    opened: letter(
      `${practiceName(random)}, ${random.between(1, 99)} High Street, ${postcode(random)}`,
      `Tel: 0${landline(random)}, mobile: ${mobile(random)}, ODS code ${code(random)}`,
      recent(random),
      'Dear EMIS, please do not switch on automatic access to records on 30 November 2022.',
      `We process the NHS number, name and date of birth of ${count(random, 20_000)} patients.`,
      `Of these ${count(random, 999)} are coded 1364731000000104 and ${count(random, 99)} 1364751000000106.`,
      'Patients born before 1 November 2006 turn 16 by then; those born on 1 November 2006 or later do not.',
      `Under the Data Protection Act 1998 and Directive 95/46/EC of 24 October 1995. ICO registration Z${digits(random, 7)}.`,
      `${lead(random)}\n${recent(random)}`,
      `Reference ${guid(random)}, SHA-256 ${hex(random, 64)}`,
    ),
  }));
}
