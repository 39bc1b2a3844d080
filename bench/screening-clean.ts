import { placeName, postcode, practiceName } from '../local/sample/names.ts';
import { type Random, randomFor } from '../local/sample/random.ts';
import type { FileKind } from '../shared/intake/read-result.ts';
import { CLEAN_COMMENTS } from './screening-comments.ts';
import {
  code,
  compact,
  count,
  digits,
  guid,
  hex,
  landline,
  lead,
  mobile,
  recent,
  telephone,
} from './screening-draws.ts';
import { type ScreenedFile, sheetOf, workbook } from './screening-files.ts';
import { person } from './screening-people.ts';

const SEED = 5;
const ROWS = 6_000;

/** A clean sheet, which holds nothing that may be found. */
export type CleanFile = ScreenedFile & {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
};

/** Takes how many rows each file has (fewer for tests), gives files such as practices and ICBs send. */
export function cleanFiles(rows = ROWS): readonly CleanFile[] {
  return KINDS.map(({ name, kind, header, row }) => {
    const random = randomFor(SEED, name);
    const made = [...header, ...Array.from({ length: rows }, () => row(random))];
    const opened = workbook(sheetOf(made));
    return { name, kind, opened, rows: made, fileName: `${name}.csv` };
  });
}

type CleanKind = {
  readonly name: string;
  readonly kind: FileKind | null;
  readonly header: readonly (readonly string[])[];
  readonly row: (random: Random) => readonly string[];
};

const KINDS: readonly CleanKind[] = [
  {
    name: 'contact-list',
    kind: null,
    header: [
      ['Practice contacts, all ICBs'],
      'Practice code|Practice name|Address|Town|Postcode|Telephone|Mobile|Fax|Practice manager|Open date'.split(
        '|',
      ),
    ],
    row: (random) => [
      code(random),
      practiceName(random),
      `${random.between(1, 200)} ${placeName(random)} ROAD`,
      placeName(random),
      postcode(random),
      telephone(random),
      mobile(random),
      landline(random),
      person(random).join(' '),
      compact(random),
    ],
  },
  {
    name: 'register-saved-again',
    kind: 'epraccur',
    header: [],
    row: (random) => {
      const cells = Array.from({ length: 27 }, () => '');
      const [icb, opened] = [
        `Q${random.pick([...'ABCDEFGH'])}${digits(random, 1)}`,
        compact(random),
      ];
      const set = [code(random), practiceName(random), 'Y63', icb, placeName(random)];
      set.forEach((cell, column) => {
        cells[column] = cell;
      });
      cells[8] = random.chance(0.3) ? person(random).join(' ') : '';
      cells[10] = opened;
      cells[17] = random.chance(0.8) ? landline(random) : mobile(random);
      return cells;
    },
  },
  {
    name: 'status-return',
    kind: 'status-return',
    header: [
      'practice_code,as_at_date,declared_status,dpia_date,dpia_signed_by,plan_date,plan_lead,bulk_104_date,comment'.split(
        ',',
      ),
    ],
    row: (random) => [
      code(random).toLowerCase(),
      recent(random),
      random.pick(['live', 'paused', 'opt-in', 'working towards']),
      recent(random),
      lead(random),
      recent(random),
      person(random).join(' '),
      recent(random),
      random.pick(CLEAN_COMMENTS)(random),
    ],
  },
  {
    name: 'supplier-extract',
    kind: 'supplier-extract',
    header: [
      'practice_code,system_supplier,extract_date,default_access,online_accounts,patients_104,asid,code_104,code_103,run_id,sha256,serial_number'.split(
        ',',
      ),
    ],
    row: (random) => [
      code(random),
      random.pick(['EMIS', 'TPP']),
      recent(random),
      random.pick(['on', 'off']),
      count(random, 20_000),
      count(random, 9_999),
      `2000${digits(random, 8)}`,
      random.pick(['1364731000000104', '1364731000000100', '1.36473E+15']),
      '1290331000000103',
      guid(random),
      hex(random, 64),
      `${random.between(36_526, 46_000)}`,
    ],
  },
  {
    name: 'tracker-with-semicolons',
    kind: null,
    header: [['Practice;PCN;Contact number;List size;% live;Go-live;Notes']],
    row: (random) => [
      [
        code(random),
        `U${digits(random, 5)}`,
        mobile(random),
        count(random, 60_000),
        `${count(random, 100)}%`,
        recent(random),
        '',
      ].join(';'),
    ],
  },
  {
    name: 'practices-without-headings',
    kind: null,
    header: [],
    row: (random) => [
      practiceName(random),
      code(random),
      telephone(random),
      count(random, 60_000),
      recent(random),
      postcode(random),
      `0.${digits(random, 10)}`,
      ...Array.from({ length: 10 }, () => count(random, 9)),
    ],
  },
];
