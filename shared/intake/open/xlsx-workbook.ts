import type { Aside } from './opened.ts';
import { textCollector } from './sheet-texts.ts';
import { readXml, UnreadableXml } from './sheet-xml.ts';
import { type Parts, type Relation, relationsOf } from './xlsx-relations.ts';

/** A sheet as the workbook lists it, with the name of its part. */
export type ListedSheet = {
  readonly name: string;
  /** Which of the tabs it is, from 1. */
  readonly number: number;
  readonly hidden: boolean;
  readonly part: string;
};

export type Workbook = {
  readonly sheets: readonly ListedSheet[];
  /** Days are counted from 1904, as Excel on the Mac once did. */
  readonly is1904: boolean;
  readonly styles: Uint8Array | undefined;
  readonly sharedStrings: Uint8Array | undefined;
  /** Names of sheets, names that were given to cells, and the folder it was saved in. */
  readonly asides: readonly Aside[];
};

/** Takes the parts of a package, gives what its workbook lists; undefined where no workbook can be found. Charts on a sheet of their own are no sheets here. */
export function workbookIn(parts: Parts): Workbook | undefined {
  const main = relationsOf(parts, '').find(({ type }) => type === 'officeDocument')?.target;
  const name = main !== undefined && parts.has(main) ? main : 'xl/workbook.xml';
  const part = parts.get(name);
  if (part === undefined) return undefined;
  const relations = relationsOf(parts, name);
  const { listed, is1904, said } = read(part);
  const first = (type: string) => {
    const target = relations.find((relation) => relation.type === type)?.target;
    return target === undefined ? undefined : parts.get(target);
  };
  const named = listed.map((sheet, index) => ({
    where: `the name of sheet ${index + 1}`,
    text: sheet.name,
  }));
  const asides = [...named, { where: 'a name or a path kept in the workbook', text: said }];
  const sheets = withParts(listed, relations);
  return { sheets, is1904, styles: first('styles'), sharedStrings: first('sharedStrings'), asides };
}

type Entry = { readonly name: string; readonly hidden: boolean; readonly relation: string };

/** A part that is listed twice would be read twice: no program does that. */
function withParts(listed: readonly Entry[], relations: readonly Relation[]): ListedSheet[] {
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const sheets = listed.flatMap(({ name, hidden, relation }, index) => {
    const to = byId.get(relation);
    return to?.type === 'worksheet' ? [{ name, hidden, number: index + 1, part: to.target }] : [];
  });
  if (new Set(sheets.map(({ part }) => part)).size < sheets.length) throw new UnreadableXml();
  return sheets;
}

function read(part: Uint8Array) {
  const listed: Entry[] = [];
  let is1904 = false;
  const said = textCollector();
  readXml(part, {
    ...said,
    opened: (tag, attributes) => {
      const { name = '', state = 'visible', id = '', date1904 } = attributes;
      if (tag === 'sheet') listed.push({ name, hidden: state !== 'visible', relation: id });
      else said.opened(tag, attributes);
      if (tag === 'workbookPr') is1904 = date1904 === '1' || date1904 === 'true';
    },
  });
  return { listed, is1904, said: said.take() };
}
