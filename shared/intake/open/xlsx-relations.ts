import { readXml } from './sheet-xml.ts';

/** The parts of a package by their names in lower case: names count without regard to case. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** A relationship that leads to another part. */
export type Relation = {
  readonly id: string;
  /** The last word of its type: "worksheet", "comments". */
  readonly type: string;
  /** The part's full name, in lower case. */
  readonly target: string;
};

/** Takes the name of a part ("" for the package itself), gives to which parts it leads. */
export function relationsOf(parts: Parts, name: string): readonly Relation[] {
  const slash = name.lastIndexOf('/') + 1;
  const part = parts.get(`${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`);
  const relations: Relation[] = [];
  if (part === undefined) return relations;
  readXml(part, {
    opened: (tag, { Id = '', Type = '', Target = '', TargetMode = '' }) => {
      if (tag !== 'Relationship' || TargetMode.toLowerCase() === 'external') return;
      const target = resolved(name.slice(0, slash), Target).toLowerCase();
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target });
    },
  });
  return relations;
}

/** The full name of a part from the folder of the one that leads to it. */
function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
