import * as z from 'zod';
import { type Route, reading } from '../route.ts';
import { ACCESSIBILITY, COOKIES, type Statement } from './statements.ts';

const Says = z.object({
  title: z.string(),
  parts: z
    .array(
      z.object({
        heading: z.string().nullable(),
        paragraphs: z.array(z.string()).readonly(),
        points: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
});

function statementRoute(path: `/${string}`, about: string, statement: Statement): Route {
  return reading({
    path,
    about,
    ask: z.object({}),
    action: 'read-guidance',
    on: async () => ({ kind: 'guidance' }),
    keep: true,
    answers: Says,
    answer: async () => ({ says: statement, tables: [] }),
    page: ({ says: { title, parts } }) => ({
      view: 'guidance/statement.njk',
      title,
      data: { parts },
    }),
  });
}

/** `/accessibility` and `/cookies`. */
export const statementRoutes: readonly Route[] = [
  statementRoute(
    '/accessibility',
    'The accessibility statement: what was tested and what was not',
    ACCESSIBILITY,
  ),
  statementRoute('/cookies', 'Which cookies there are, and what for', COOKIES),
];
