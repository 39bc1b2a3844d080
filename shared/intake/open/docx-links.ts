import { attribute, walkXml } from './docx-xml.ts';

/** The targets outside of the file that a part of relationships (`.rels`) names. Nothing is ever fetched. */
export function externalLinks(rels: Uint8Array): readonly string[] {
  const targets: string[] = [];
  walkXml(rels, {
    opened: (tag) => {
      if (attribute(tag, 'TargetMode') !== 'External') return;
      targets.push(attribute(tag, 'Target') ?? '');
    },
    closed: () => undefined,
    text: () => undefined,
  });
  return targets;
}
