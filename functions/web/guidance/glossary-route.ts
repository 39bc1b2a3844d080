import * as z from 'zod';
import type { Table } from '../../../shared/coverage/table.ts';
import { type Answer, reading, type View } from '../route.ts';
import { glossarySections } from './glossary-sections.ts';

const Says = z.object({
  sections: z.array(z.object({ id: z.string(), heading: z.string(), says: z.string().nullable() })),
});
type Says = z.infer<typeof Says>;

/** `/glossary`: every word that the service uses, in plain English. */
export const glossaryRoute = reading({
  path: '/glossary',
  about: 'Every word that the service uses, in plain English',
  ask: z.object({}),
  action: 'read-guidance',
  on: async () => ({ kind: 'guidance' }),
  keep: true,
  answers: Says,
  answer: async () => answerOf(),
  page: glossaryView,
});

function answerOf(): Answer<Says> {
  const sections = glossarySections();
  return {
    says: { sections: sections.map(({ id, heading, says }) => ({ id, heading, says })) },
    tables: [glossaryTable(sections)],
  };
}

function glossaryTable(sections: ReturnType<typeof glossarySections>): Table {
  return {
    name: 'glossary',
    title: 'Glossary',
    says: 'A row is one word.',
    columns: [
      { key: 'id', heading: 'Id', holds: 'code' },
      { key: 'section', heading: 'Section', holds: 'code' },
      { key: 'word', heading: 'Word', holds: 'text' },
      { key: 'means', heading: 'Means', holds: 'text' },
    ],
    rows: sections.flatMap((section) =>
      section.terms.map(({ id, word, means }) => ({ id, section: section.id, word, means })),
    ),
  };
}

function glossaryView({ says, tables }: Answer<Says>): View {
  const rows = tables[0]?.rows ?? [];
  return {
    view: 'guidance/glossary.njk',
    title: 'Glossary',
    data: {
      sections: says.sections.map((section) => ({
        ...section,
        terms: rows.filter((row) => row['section'] === section.id),
      })),
      csv: '/glossary?format=csv',
    },
  };
}
