import type { Random } from '../local/sample/random.ts';
import type { Opened } from '../shared/intake/open/opened.ts';
import { openText } from '../shared/intake/open/text.ts';
import type { FileKind } from '../shared/intake/read-result.ts';
import { letter, type ScreenedFile, sheetOf, workbook } from './screening-files.ts';
import type { Form } from './screening-values.ts';

const RETURN = ['practice_code', 'as_at_date', 'declared_status', 'plan_lead', 'comment'];

function returned(code: string, comment: string): readonly string[] {
  return [code, '04/12/2023', 'paused', 'Dr A Lead', comment];
}

function code(random: Random): string {
  return `${random.pick([...'ABCDEFGHJKLMNPY'])}${random.between(81_000, 89_999)}`;
}

const file = (opened: Opened, kind: FileKind | null = null, fileName = 'return.csv') => ({
  opened,
  kind,
  fileName,
});

function csv(...lines: readonly string[]): Opened {
  return openText(new TextEncoder().encode(lines.join('\r\n')));
}

type Place = {
  readonly name: string;
  readonly takes: readonly Form['fits'][];
  readonly put: (value: string, random: Random) => ScreenedFile;
};

const ALL: Place['takes'] = ['anywhere', 'not in a file name', 'in text of several lines'];
const ONE_LINE: Place['takes'] = ['anywhere', 'not in a file name'];

/** Where in what people send a value may stand. */
export const PLACES: readonly Place[] = [
  {
    name: 'the comment of a return',
    takes: ALL,
    put: (value, random) =>
      file(
        workbook(
          sheetOf([
            RETURN,
            returned(code(random), 'plan goes to the partners'),
            returned(code(random), `Letter sent. ${value} asked for access, see 104 list`),
          ]),
        ),
        'status-return',
      ),
  },
  {
    name: 'a cell of its own in a tracker',
    takes: ALL,
    put: (value, random) =>
      file(
        workbook(
          sheetOf([
            ['ICB tracker, week 48'],
            ['Practice', 'Phone', 'List size', 'Ref'],
            [code(random), '1632960123', '8,123', ''],
            [code(random), '01632 960124', '12004', value],
          ]),
        ),
      ),
  },
  {
    name: 'a title row',
    takes: ONE_LINE,
    put: (value, random) =>
      file(workbook(sheetOf([[`Return about ${value}`], RETURN, returned(code(random), '')]))),
  },
  {
    name: 'a hidden sheet',
    takes: ALL,
    put: (value, random) =>
      file(
        workbook(
          sheetOf([RETURN, returned(code(random), '')], { name: 'Return' }),
          sheetOf([['x'], [], ['seen', value, '14']], { name: 'Sheet2', hidden: true }),
        ),
        'status-return',
      ),
  },
  {
    name: 'the name of a sheet',
    takes: ['anywhere'],
    put: (value, random) =>
      file(workbook(sheetOf([RETURN, returned(code(random), '')], { name: value }))),
  },
  {
    name: 'a comment on a cell',
    takes: ALL,
    put: (value, random) => {
      const opened = workbook(sheetOf([RETURN, returned(code(random), '')], { name: 'Return' }));
      const asides = [{ where: 'a comment', text: `JS: check ${value} first` }];
      return file({ ...opened, asides } as Opened, 'status-return');
    },
  },
  {
    name: 'a row with bad quotes',
    takes: ['anywhere'],
    put: (value, random) =>
      file(
        csv(
          RETURN.join(','),
          returned(code(random), 'fine').join(','),
          `${code(random)},04/12/2023,live,"x"y,${value}`,
          returned(code(random), 'fine').join(','),
        ),
        'status-return',
      ),
  },
  {
    name: 'a letter',
    takes: ALL,
    put: (value) =>
      file(
        letter(
          'Amber Surgery (made up), 1 High Street, Ambermere ZZ99 1AA',
          'Tel: 01632 960123 Fax: 01632 960124',
          '4 November 2022',
          `Dear EMIS, please do not switch on access on 30 November 2022. A complaint (${value}) shows why.`,
          'Yours sincerely, Dr A Lead',
        ),
        null,
        'letter.docx',
      ),
  },
  {
    name: 'a DPIA',
    takes: ALL,
    put: (value) =>
      file(
        letter(
          'Step 2: describe the processing',
          'We process names, dates of birth and NHS numbers of 8,123 patients; 431 are coded 1364731000000104.',
          `Example from the incident log of 12 May 2023: ${value}`,
          'Step 6: measures. Signed 31/10/2023, review date 31/10/2024.',
        ),
        null,
        'dpia.docx',
      ),
  },
  {
    name: 'the file name',
    takes: ['anywhere'],
    put: (value, random) => ({
      ...file(workbook(sheetOf([RETURN, returned(code(random), '')])), 'status-return'),
      fileName: `letter ${value}.pdf`,
    }),
  },
];
