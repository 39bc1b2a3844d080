import { type Zippable, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NAMESPACES = `xmlns="${MAIN}" xmlns:r="${RELATIONS}"`;

export type Parts = Readonly<Record<string, string>>;

type MadeSheet = {
  readonly name?: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** What stands in the sheet's cells, as XML. */
  readonly rows?: string;
  /** What stands behind the cells, as XML. */
  readonly beside?: string;
};

type Made = {
  readonly sheets?: readonly MadeSheet[];
  /** What stands in the workbook part before its sheets, as XML. */
  readonly settings?: string;
  readonly strings?: readonly string[];
  /** Formats of numbers: cells of style 1 have the first of them, and so on. */
  readonly formats?: readonly string[];
  readonly more?: Parts;
};

/** The parts of a workbook, as small as they can be. */
export function workbook({ sheets = [{}], settings = '', ...made }: Made): Parts {
  const { strings = [], formats = [], more = {} } = made;
  const listed = sheets.map(({ name = 'Sheet', state }, i) => {
    const hidden = state === undefined ? '' : ` state="${state}"`;
    return `<sheet name="${name}${i + 1}" sheetId="${i + 1}" r:id="s${i + 1}"${hidden}/>`;
  });
  const parts = sheets.map(({ rows = row(1, '<c><v>1</v></c>'), beside = '' }, i) => [
    `xl/worksheets/sheet${i + 1}.xml`,
    `<worksheet ${NAMESPACES}><sheetData>${rows}</sheetData>${beside}</worksheet>`,
  ]);
  const rels = [
    ...sheets.map((_, i) => relation(`s${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)),
    relation('strings', 'sharedStrings', 'sharedStrings.xml'),
    relation('styles', 'styles', 'styles.xml'),
  ];
  return {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations(relation('w', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook ${NAMESPACES}>${settings}<sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(...rels),
    ...Object.fromEntries(parts),
    'xl/sharedStrings.xml': `<sst ${NAMESPACES}>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml': stylesOf(formats),
    ...more,
  };
}

function stylesOf(formats: readonly string[]): string {
  const own = formats.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code}"/>`);
  const used = formats.map((_, i) => `<xf numFmtId="${200 + i}"/>`);
  return `<styleSheet ${NAMESPACES}><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${used.join('')}</cellXfs></styleSheet>`;
}

export function row(number: number, cells: string): string {
  return `<row r="${number}">${cells}</row>`;
}

export function relation(id: string, type: string, target: string, mode = ''): string {
  const external = mode === '' ? '' : ` TargetMode="${mode}"`;
  return `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"${external}/>`;
}

export function relations(...all: readonly string[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
}

/** Texts as cells of a row, the first in column A. */
export function texts(number: number, ...cells: readonly string[]): string {
  return row(number, cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join(''));
}

const utf8 = new TextEncoder();

export function partsOf(parts: Parts): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(parts).map(([name, text]) => [name, utf8.encode(text)]));
}

/** The bytes of a ZIP with these parts; `stored` names those that are not packed. */
export function zipped(
  parts: Readonly<Record<string, string | Uint8Array>>,
  stored: readonly string[] = [],
): Uint8Array {
  const files: Zippable = {};
  for (const [name, part] of Object.entries(parts)) {
    const bytes = typeof part === 'string' ? utf8.encode(part) : part;
    files[name] = stored.includes(name) ? [bytes, { level: 0 }] : bytes;
  }
  return zipSync(files, { mtime: new Date('2023-12-04T00:00:00') });
}
