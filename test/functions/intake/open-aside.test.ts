import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openAside, opensAside } from '../../../functions/intake/open-aside.ts';
import { open } from '../../../shared/intake/open/open.ts';
import { LETTER_PAGE, makePdf } from '../../shared/intake/open/make-pdf.ts';

const FIXTURES = new URL('../../shared/intake/open/document-fixtures/', import.meta.url);
const WORKER = new URL('../../../functions/intake/open-worker.ts', import.meta.url);
const ENOUGH_MS = 30_000;

function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(name, FIXTURES)));
}

const bytes = (text: string) => new TextEncoder().encode(text);

/** A page that draws a form ten times, which draws another ten times, and so on down to a word. */
function laughs(): Uint8Array {
  const form = (resources: string, stream: string) => ({
    dictionary: `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<${resources}>>`,
    stream,
  });
  const forms = Array.from({ length: 12 }, (_, i) => {
    return [1000 + i, form(`/XObject<</X ${1001 + i} 0 R>>`, '/X Do '.repeat(10))] as const;
  });
  const word = form('/Font<</F1 3 0 R>>', 'BT /F1 9 Tf (ha) Tj ET');
  const resources = '/XObject<</X 1000 0 R>>';
  const objects = { ...Object.fromEntries(forms), 1012: word };
  return makePdf({ pages: ['/X Do'], resources, objects });
}

/** A few thousand bytes that unpack, and unpack again, to a page of 400 MB. */
function bomb(): Uint8Array {
  const blanks = deflateSync(Buffer.alloc(400_000_000, ' '), { level: 9 });
  const twice = Buffer.from(deflateSync(blanks, { level: 9 })).toString('hex');
  const dictionary = '/Filter[/ASCIIHexDecode/FlateDecode/FlateDecode]';
  return makePdf({
    objects: { 1000: { dictionary, stream: `${twice}>` } },
    page: '/Contents 1000 0 R',
  });
}

/** More notes on a page than a heap can hold. */
function crowd(): Uint8Array {
  const note = '<</Type/Annot/Subtype/Text/Rect[1 1 2 2]/Contents(hello)>>';
  return makePdf({ page: `/Annots[${note.repeat(200_000)}]` });
}

test.each(['letter.pdf', 'form.pdf', 'scanned.pdf', 'locked.pdf', 'marked.docx', 'locked.docx'])(
  '%s is opened as it is without a worker',
  async (name) => {
    const file = fixture(name);
    expect(await openAside(file)).toEqual(await open(file));
    expect(file).toEqual(fixture(name));
  },
  ENOUGH_MS,
);

test.each([
  ['a table', bytes('practice_code,as_at_date\nA81001,2023-12-04\n')],
  ['an empty file', bytes('')],
  ['a web page', bytes('<!doctype html><table></table>')],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x41, 0])],
  ['a ZIP cut short', bytes('PK\x03\x04 and no more')],
  ['a PDF behind other bytes', new Uint8Array([...bytes('\n\n'), ...makePdf()])],
])(
  '%s is opened or refused as it is without a worker',
  async (_, file) => {
    expect(await openAside(file)).toEqual(await open(file));
  },
  ENOUGH_MS,
);

describe('a file that would take too much', () => {
  test.each([
    ['memory outside of the heap', bomb],
    ['of the heap', crowd],
  ])(
    '%s is refused, and the next one opened',
    async (_, make) => {
      const [refused, next] = await Promise.all([openAside(make()), openAside(makePdf())]);
      expect(refused).toMatchObject({
        as: 'refused',
        refused: {
          problem: expect.stringContaining('too much memory'),
          remedy: expect.stringContaining('printing it to PDF'),
        },
      });
      expect(next).toMatchObject({ as: 'document', passages: [{ page: 1 }] });
    },
    ENOUGH_MS,
  );

  test(
    'time is refused',
    async () => {
      const hurried = opensAside({ worker: WORKER, mostMs: 3_000 });
      expect(await hurried(laughs())).toMatchObject({
        as: 'refused',
        refused: { problem: expect.stringContaining('more than 10 seconds') },
      });
    },
    ENOUGH_MS,
  );
});

test(
  'files that come at once each get their own answer',
  async () => {
    const texts = [
      'A letter about the first thing',
      'A letter about the second',
      'A letter about something else',
    ];
    const opened = await Promise.all(
      texts.map((text) =>
        openAside(makePdf({ pages: [LETTER_PAGE.replace(/\(.*\)/, `(${text})`)] })),
      ),
    );
    expect(opened).toMatchObject(texts.map((text) => ({ passages: [{ text }] })));
  },
  ENOUGH_MS,
);

test('a worker sees nothing of our environment, and writes nothing', async () => {
  process.env['OF_OURS'] = 'a credential';
  const worker = new URL('./nosy-worker.mjs', import.meta.url);
  const told = await opensAside({ worker, mostMs: 10_000 })(makePdf());
  delete process.env['OF_OURS'];
  expect(told).toMatchObject({ canWrite: false, length: String(makePdf().length) });
  expect(told).not.toMatchObject({ sees: expect.arrayContaining(['OF_OURS']) });
});

test('that no worker can be started is no fault of the file: it may come again', async () => {
  const nowhere = opensAside({
    worker: new URL('./no-worker.ts', import.meta.url),
    mostMs: 10_000,
  });
  await expect(nowhere(makePdf())).rejects.toThrow('did not start');
  await expect(nowhere(makePdf())).rejects.toThrow('did not start');
});
