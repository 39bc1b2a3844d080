import { describe, expect, test } from 'vitest';
import {
  asides,
  cell,
  control,
  document,
  fixture,
  open,
  openBody,
  p,
  paragraphs,
  part,
  run,
  table,
  WORD,
  words,
} from './make-docx.ts';

/** The paragraphs that come of a body, without the last one. */
function read(body: string): readonly string[] {
  return paragraphs(openBody(body)).slice(0, -1);
}

describe('a Word file that LibreOffice made', () => {
  test('gives a letter by paragraphs, and those of its header last', () => {
    const { passages, format, warnings } = document(fixture('letter.docx'));
    expect({ format, warnings }).toEqual({ format: 'DOCX', warnings: [] });
    expect(passages.map(({ paragraph }) => paragraph)).toEqual(passages.map((_, i) => i + 1));
    expect(passages[0]).toEqual({ paragraph: 1, text: '31 October 2022' });
    expect(passages[9]!.text).toBe('Dr Ruth Okafor\nPartner, for Elm Tree Surgery');
    expect(passages.slice(-2).map(({ text }) => text)).toEqual([
      'Elm Tree Surgery (practice code A81001)',
      '4 Orchard Lane, Newbridge NB4 7QT. Telephone 01632 960 104',
    ]);
  });

  test('gives the cells of a table in order', () => {
    const plan = paragraphs(fixture('plan.docx'));
    expect(plan.slice(plan.indexOf('Named lead')).slice(0, 4)).toEqual([
      'Named lead',
      'Priya Nair, practice manager',
      'Clinical lead',
      'Dr Ruth Okafor',
    ]);
  });

  test('gives a blank cell as an empty paragraph, so that a blank stays one', () => {
    const form = paragraphs(fixture('dpia-untouched.docx'));
    expect(form.slice(form.indexOf('Name of controller')).slice(0, 3)).toEqual([
      'Name of controller',
      '',
      'Subject / title of DPO',
    ]);
  });

  test('tells text from what stands beside it', () => {
    const marked = fixture('marked.docx');
    expect(paragraphs(marked)).toEqual([
      'A document with much beside its text',
      'Plain words, words put in, and plain words again.',
      'A comment hangs here, and a footnote and an endnote.',
      'Before the box.',
      'what the text box says',
      'A picture.',
      '☒ trained\t☐ not trained',
      'After all this.',
      'what the header says',
    ]);
    expect(asides(marked)).toEqual(
      expect.arrayContaining([
        'a tracked deletion: words struck out',
        'a comment: what the comment says',
        'a footnote: what the footnote says',
        'an endnote: what the endnote says',
        'the footer: what the footer says',
        'an alternative text: what the picture shows',
        'the author of a change or a comment: Priya Nair',
        'the document properties: Elm Tree Surgery',
        'an older form of a text box: what the text box says',
      ]),
    );
  });
});

const FIELD = (data: string) =>
  run(`<w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar>`);
const STORIES: readonly (readonly [what: string, body: string, reads: readonly string[]])[] = [
  [
    'white space between words',
    p(
      words('a') +
        run('<w:tab/>') +
        words('b') +
        run('<w:br/>') +
        words('c') +
        run('<w:cr/><w:t>d</w:t>'),
    ),
    ['a\tb\nc\nd'],
  ],
  [
    'tab stops, which are no text',
    p(`<w:pPr><w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs></w:pPr>${words('a')}`),
    ['a'],
  ],
  [
    'hyphens that do not break',
    p(words('opt') + run('<w:noBreakHyphen/>') + words('in')),
    ['opt-in'],
  ],
  ['words that are kept together', p(words('31 ') + words('Octo') + words('ber')), ['31 October']],
  ['paragraphs without text, which do not count', p('') + p(words(' ')) + p(words('a')), ['a']],
  ['tracked insertions', p(`<w:ins w:author="x">${words('put in')}</w:ins>`), ['put in']],
  [
    'tracked deletions and moves, which are no text',
    p(
      words('stays') +
        '<w:del><w:r><w:delText>struck</w:delText></w:r></w:del>' +
        `<w:moveFrom>${words('was here')}</w:moveFrom><w:moveTo>${words(' is here')}</w:moveTo>`,
    ),
    ['stays is here'],
  ],
  [
    'hidden text, which is none, and text that is said not to be hidden',
    p(
      run('<w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t>') +
        run('<w:rPr><w:vanish w:val="0"/></w:rPr><w:t>seen</w:t>'),
    ),
    ['seen'],
  ],
  [
    'a paragraph mark that is hidden, and its text that is not',
    p(`<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${words('seen')}`),
    ['seen'],
  ],
  [
    'blank cells, and cells with several paragraphs',
    table(cell(p(words('Date'))), cell(p('') + p('')), cell(p(words('a')) + p('') + p(words('b')))),
    ['Date', '', 'a', 'b'],
  ],
  [
    'the lower parts of merged cells, which are no blanks',
    table(
      cell(p(words('a')), '<w:vMerge w:val="restart"/>'),
      cell(p(''), '<w:vMerge/>'),
      cell(p(''), '<w:vMerge w:val="continue"/>'),
    ),
    ['a'],
  ],
  ['a table in a table', table(cell(table(cell(p('')), cell(p(words('in')))) + p(''))), ['', 'in']],
  [
    'cells with only what nobody sees, which are blank',
    table(cell(p('<w:del><w:r><w:delText>struck</w:delText></w:r></w:del>'))),
    [''],
  ],
  [
    'tick boxes of today, whatever their sign',
    p(
      control('<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>', words('√')) +
        words(' yes ') +
        control('<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>', words('o')) +
        words(' no'),
    ),
    ['☒ yes ☐ no'],
  ],
  [
    'a tick box around a paragraph',
    control('<w14:checkbox><w14:checked w14:val="true"/></w14:checkbox>', p(words('X'))) +
      p(words('yes')),
    ['☒', 'yes'],
  ],
  [
    'tick boxes of older forms',
    p(
      FIELD('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>') +
        words(' a ') +
        FIELD('<w:checkBox><w:default w:val="1"/></w:checkBox>') +
        words(' b ') +
        FIELD('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>') +
        words(' c ') +
        FIELD('<w:checkBox/>'),
    ),
    ['☒ a ☒ b ☐ c ☐'],
  ],
  [
    'drop-down lists of older forms',
    p(
      FIELD(
        '<w:ddList><w:result w:val="1"/><w:listEntry w:val="automatic"/><w:listEntry w:val="opt-in"/></w:ddList>',
      ) +
        words(', ') +
        FIELD('<w:ddList><w:listEntry w:val="Yes"/><w:listEntry w:val="No"/></w:ddList>'),
    ),
    ['opt-in, Yes'],
  ],
  [
    'boxes out of symbol fonts',
    p(
      run('<w:sym w:font="Wingdings" w:char="F0FE"/>') +
        run('<w:sym w:font="Wingdings" w:char="F0A8"/>') +
        run('<w:sym w:font="Wingdings 2" w:char="F052"/>') +
        run('<w:sym w:font="Webdings" w:char="F0FE"/>') +
        words('a'),
    ),
    ['☒☐☒ a'],
  ],
  [
    'fields that were filled in, and prompts of those that were not',
    table(
      cell(control('', p(words('Elm Tree Surgery')))),
      cell(control('<w:showingPlcHdr/>', p(words('Click here to enter text.')))),
    ),
    ['Elm Tree Surgery', ''],
  ],
  [
    'what a field shows, and not its code',
    p(run('<w:instrText>DATE \\@ "d MMMM yyyy"</w:instrText>') + words('4 December 2023')),
    ['4 December 2023'],
  ],
  [
    'a text box once, after the paragraph that it hangs on',
    p(
      run(
        `<mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${p(words('in the box'))}</w:txbxContent></w:drawing></mc:Choice>` +
          `<mc:Fallback><w:pict><w:txbxContent>${p(words('in the box'))}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>`,
      ) + words('around it'),
    ),
    ['around it', 'in the box'],
  ],
  [
    'elements and attributes that are called like the insides of JavaScript',
    p(`<constructor __proto__="a" toString="b">${words('a')}</constructor><valueOf/>`),
    ['a'],
  ],
  ['the five entities of XML', p(words('R &amp; D &lt;1&gt; &#8364;')), ['R & D <1> €']],
];

test.each(STORIES)('reads %s', (_, body, reads) => {
  expect(read(body)).toEqual(reads);
});

test.each([
  ['another prefix', WORD],
  ['strict Open XML', 'http://purl.oclc.org/ooxml/wordprocessingml/main'],
])('reads %s', (_, space) => {
  const xml = `<x:document xmlns:x="${space}"><x:body><x:p><x:r><x:t>Words of a letter, said strangely.</x:t></x:r></x:p></x:body></x:document>`;
  expect(paragraphs(open({ 'word/document2.xml': xml }))).toEqual([
    'Words of a letter, said strangely.',
  ]);
});

test('headers that several pages share are given once', () => {
  const header = part('hdr', p(words('Elm Tree Surgery')) + table(cell(p(''))));
  const first = part('hdr', p(words('Elm Tree Surgery')) + p(words('31 October 2022')));
  const opened = openBody(p(words('Dear EMIS team')), {
    'word/header1.xml': header,
    'word/header2.xml': first,
  });
  expect(paragraphs(opened).slice(2)).toEqual(['Elm Tree Surgery', '31 October 2022']);
});
