import type { Problem } from '../read-result.ts';
import { type Attributes, readXml, UnreadableXml } from './sheet-xml.ts';
import { ZIP_REFUSALS, type ZipRefusal } from './zip-refusals.ts';

type Extensions = ReadonlySet<string>;

/** What parts are called that run code, hold other files or fetch from elsewhere. */
const BY_NAME: readonly (readonly [name: RegExp, why: ZipRefusal])[] = [
  [/(^|\/)(vbaProject[^/]*|vbaData\.xml|macrosheets\/.*|dialogsheets\/.*)$/i, 'macros'],
  [/(^|\/)activeX\//i, 'activeX'],
  [/(^|\/)(embeddings|afchunk[^/]*)(\/|$)/i, 'embedded'],
  [/^xl\/model\//i, 'dataModel'],
  [/^xl\/(externalLinks\/|connections\.xml$|queryTables\/)/i, 'links'],
];

/** The same by what the list of content types calls a part: names can be anything. */
const BY_TYPE: readonly (readonly [type: RegExp, why: ZipRefusal])[] = [
  [/macroEnabled|vbaProject|macrosheet/i, 'macros'],
  [/activeX/i, 'activeX'],
  [/oleObject|^(text\/html|application\/(rtf|msword)|message\/rfc822)$/i, 'embedded'],
  [/spreadsheetml\.(externalLink|connections|queryTable)/i, 'links'],
];

/** By the kind of a relationship, whatever it leads to. */
const BY_RELATIONSHIP: readonly (readonly [type: RegExp, why: ZipRefusal])[] = [
  [/\/(vbaProject|xlMacrosheet|xlIntlMacrosheet)$/i, 'macros'],
  [/\/(control|activeXControlBinary)$/i, 'activeX'],
  [/\/(oleObject|package|aFChunk)$/i, 'embedded'],
  [/\/(externalLink|externalLinkPath|connections)$/i, 'links'],
];

/**
 * Why an office file may do more than say something, or undefined: macros, controls, files inside it,
 * and links by which it fetches from elsewhere. A hyperlink to a web page or an e-mail address may stay.
 */
export function whyActive(parts: ReadonlyMap<string, Uint8Array>): Problem | undefined {
  for (const name of parts.keys()) {
    const why = BY_NAME.find(([pattern]) => pattern.test(name))?.[1];
    if (why !== undefined) return ZIP_REFUSALS[why];
  }
  const extensions = new Set(
    Array.from(parts.keys(), (name) => name.toLowerCase().split('.').at(-1)!),
  );
  for (const [name, part] of parts) {
    const why = whyPartActive(name, part, extensions);
    if (why !== undefined) return ZIP_REFUSALS[why];
  }
  return undefined;
}

function whyPartActive(
  name: string,
  part: Uint8Array,
  extensions: Extensions,
): ZipRefusal | undefined {
  if (/^\[content_types\]\.xml$/i.test(name)) return whyTyped(part, extensions);
  if (/\.rels$/i.test(name)) return whyRelated(part);
  return /^word\/.*\.xml$/i.test(name) && fetchesByField(part) ? 'dde' : undefined;
}

/** What is said of an extension counts only where a part has it: some writers always name them all. */
function whyTyped(types: Uint8Array, extensions: Extensions): ZipRefusal | undefined {
  return firstIn(types, (tag, { ContentType = '', Extension = '' }) => {
    const isUsed = tag === 'Default' && extensions.has(Extension.toLowerCase());
    if (tag !== 'Override' && !isUsed) return undefined;
    return BY_TYPE.find(([type]) => type.test(ContentType))?.[1];
  });
}

function whyRelated(rels: Uint8Array): ZipRefusal | undefined {
  return firstIn(rels, (tag, { Type = '', Target = '', TargetMode = '' }) => {
    if (tag !== 'Relationship') return undefined;
    const why = BY_RELATIONSHIP.find(([type]) => type.test(Type))?.[1];
    if (why !== undefined || TargetMode.toLowerCase() !== 'external') return why;
    return whyOutside(Type, Target.trim());
  });
}

function whyOutside(type: string, target: string): ZipRefusal | undefined {
  if (/\/hyperlink$/i.test(type)) {
    return /^(https?:|mailto:|#)/i.test(target) ? undefined : 'hyperlinks';
  }
  if (!/\/attachedTemplate$/i.test(type)) return 'links';
  return ON_OWN_DISK.test(target) ? undefined : 'template';
}

/** Word notes in a document from which template on the writer's own disk it was made; nothing comes of that elsewhere. */
const ON_OWN_DISK = /^(file:\/{3})?[a-z]:[\\/]|^[^\\/:]+$/i;

type Look = (tag: string, attributes: Attributes) => ZipRefusal | undefined;

function firstIn(part: Uint8Array, look: Look): ZipRefusal | undefined {
  let why: ZipRefusal | undefined;
  try {
    readXml(part, {
      opened: (tag, attributes) => {
        why ??= look(tag, attributes);
      },
    });
  } catch (error) {
    if (!(error instanceof UnreadableXml)) throw error;
    return 'damaged';
  }
  return why;
}

/** A field's instruction may be spread over several runs, so each is seen behind the end of those before it. */
function fetchesByField(part: Uint8Array): boolean {
  const xml = new TextDecoder('latin1').decode(part);
  let said = '';
  for (const [, text] of xml.matchAll(/<(?:\w{1,20}:)?instrText\b[^<>]*>([^<]*)/gi)) {
    said = said.slice(-LONGEST_FIELD_NAME) + text;
    if (DDE.test(said)) return true;
  }
  for (const [, text = ''] of xml.matchAll(/\binstr=["']([^"']*)/gi)) {
    if (DDE.test(text)) return true;
  }
  return false;
}

const DDE = /\bDDE(AUTO)?\b/i;
const LONGEST_FIELD_NAME = 16;
