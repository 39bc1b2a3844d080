import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Opened } from '../../../../shared/intake/open/opened.ts';
import {
  asides,
  control,
  document,
  fixture,
  LAST,
  open,
  openBody,
  p,
  paragraphs,
  part,
  run,
  words,
} from './make-docx.ts';

const BESIDE: readonly (readonly [what: string, opened: Opened, aside: string])[] = [
  [
    'an XML part that people attach',
    openBody('', { 'customXml/item1.xml': '<a b="in a value">in a text</a>' }),
    'custom XML: in a value',
  ],
  [
    'the same',
    openBody('', { 'customXml/item1.xml': '<a b="in a value">in a text</a>' }),
    'custom XML: in a text',
  ],
  [
    'an own property',
    openBody('', {
      'docProps/custom.xml': '<p><property name="Lead"><s>Priya Nair</s></property></p>',
    }),
    'the document properties: Lead',
  ],
  [
    'a chart',
    openBody('', { 'word/charts/chart1.xml': '<c><v>4857773456</v></c>' }),
    'a part beside the text: 4857773456',
  ],
  [
    'a diagram, whose words may be in several pieces,',
    openBody('', {
      'word/diagrams/data1.xml':
        '<a:t xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:p><a:r><a:t>one </a:t></a:r><a:r><a:t>word</a:t></a:r></a:p></a:t>',
    }),
    'a chart, diagram or drawing: one word',
  ],
  [
    'a building block',
    openBody('', { 'word/glossary/document.xml': part('glossaryDocument', p(words('a block'))) }),
    'a building block: a block',
  ],
  [
    'a document variable',
    openBody('', {
      'word/settings.xml': part('settings', '<w:docVar w:name="n" w:val="kept here"/>'),
    }),
    'a document variable: kept here',
  ],
  [
    'a link',
    openBody('', {
      'word/_rels/document.xml.rels':
        '<R><Relationship Target="mailto:lead@example.org" TargetMode="External"/></R>',
    }),
    'a link: mailto:lead@example.org',
  ],
  [
    'a watermark',
    openBody(p(run('<w:pict><v:textpath string="DRAFT"/></w:pict>'))),
    'a watermark: DRAFT',
  ],
  [
    'the name of a picture',
    openBody(p(run('<w:drawing><wp:docPr name="scan of a card.png"/></w:drawing>'))),
    'the name of a picture: scan of a card.png',
  ],
  [
    'text of a drawing',
    openBody(p(run('<w:drawing><a:q>drawn words</a:q></w:drawing>'))),
    'a part beside the text: drawn words',
  ],
  [
    'hidden text',
    openBody(p(run('<w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t>'))),
    'hidden text: unseen',
  ],
  [
    'the prompt of an empty field',
    openBody(p(control('<w:showingPlcHdr/>', words('Click here.')))),
    'the prompt of an empty field: Click here.',
  ],
  [
    'more than a sign in a tick box',
    openBody(p(control('<w14:checkbox/>', words('a whole name')))),
    'the sign of a tick box: a whole name',
  ],
  [
    'the code of a field',
    openBody(p(run('<w:instrText>MERGEFIELD Name</w:instrText>'))),
    'a field: MERGEFIELD Name',
  ],
  [
    'a deletion in a comment',
    openBody('', {
      'word/comments.xml': part(
        'comments',
        `<w:comment>${p('<w:del><w:r><w:delText>was said</w:delText></w:r></w:del>')}</w:comment>`,
      ),
    }),
    'a tracked deletion: was said',
  ],
];

test.each(BESIDE)('%s is an aside', (_, opened, aside) => {
  expect(asides(opened)).toContain(aside);
  expect(paragraphs(opened).join('\n')).not.toContain(aside.split(': ').at(-1));
});

const DEEP = 500;
const REFUSED: readonly (readonly [what: string, opened: Opened, problem: string])[] = [
  ['only a scan', fixture('scanned.docx'), 'only pictures of text'],
  [
    'no text',
    open({ 'word/document.xml': part('document', `<w:body>${p('')}</w:body>`) }),
    'no text',
  ],
  ['no document', open({ 'word/styles.xml': part('styles', '') }), 'damaged'],
  ['XML cut short', open({ 'word/document.xml': part('document', LAST).slice(0, -20) }), 'damaged'],
  [
    'a document type with entities',
    open({
      'word/document.xml': `<!DOCTYPE a [<!ENTITY b "${'b'.repeat(99)}">]>${part('document', p(words('&b;')))}`,
    }),
    'damaged',
  ],
  ['an entity that nobody declared', openBody(p(words('&b;'))), 'damaged'],
  ['a tower of tags', openBody('<w:p>'.repeat(DEEP) + '</w:p>'.repeat(DEEP)), 'damaged'],
  ['text without end', openBody(p(words('word '.repeat(500_000)))), 'more text than any letter'],
  [
    'a comment without end',
    openBody('', {
      'word/comments.xml': part(
        'comments',
        `<w:comment>${p(words('word '.repeat(500_000)))}</w:comment>`,
      ),
    }),
    'more text',
  ],
];

test.each(REFUSED)('a Word file with %s is refused with what to do', (_, opened, problem) => {
  if (opened.as !== 'refused') throw new Error('was opened');
  expect(opened.refused).toMatchObject({ row: 0, column: null, found: null });
  expect(opened.refused.problem).toContain(problem);
  expect(opened.refused.remedy).toMatch(/^[A-Z].{30,}\.$/s);
});

test('pieces of Word put together anyhow are opened or refused, and no word is lost', () => {
  const leaf = fc.constantFrom(
    '<w:tab/>',
    '<w:p/>',
    '<w:vMerge/>',
    '<w:checked/>',
    '<w:sdt/>',
    '<w:t>NOTED</w:t>',
  );
  const tags = [
    'p',
    'r',
    't',
    'tc',
    'del',
    'sdt',
    'sdtContent',
    'sdtPr',
    'comment',
    'rPr',
    'vanish',
    'checkBox',
    'body',
    'ffData',
  ];
  const { piece } = fc.letrec<{ piece: string }>((tie) => ({
    piece: fc.oneof(
      { maxDepth: 6, withCrossShrink: true },
      leaf,
      fc
        .tuple(fc.constantFrom(...tags), fc.array(tie('piece'), { maxLength: 4 }))
        .map(([tag, within]) => `<w:${tag}>${within.join('')}</w:${tag}>`),
    ),
  }));
  fc.assert(
    fc.property(piece, (body) => {
      const { passages, asides: beside } = document(openBody(body));
      const found = JSON.stringify([passages, beside]);
      if (body.includes('NOTED')) expect(found).toContain('NOTED');
      expect(passages.at(-1)!.text).toContain('the last words');
    }),
    { numRuns: 300 },
  );
});

test('a mark of hidden text out of its place hides nothing that comes after it', () => {
  const odd = '<w:r><w:del><w:vanish></w:vanish></w:del></w:r>';
  expect(document(openBody(odd)).passages.at(-1)!.text).toContain('the last words');
});
