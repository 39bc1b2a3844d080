import * as z from 'zod';
import { type Route, reading } from '../route.ts';
import { apiDocument } from './document.ts';

const Operation = z.object({
  method: z.enum(['GET', 'POST']),
  path: z.string(),
  about: z.string(),
  parameters: z.array(
    z.object({
      name: z.string(),
      in: z.string(),
      required: z.boolean(),
      about: z.string(),
      values: z.array(z.string()),
    }),
  ),
  fields: z.array(z.string()),
});
const Says = z.object({ operations: z.array(Operation) });
type Says = z.infer<typeof Says>;

type Schema = {
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
};
type Described = {
  readonly summary: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly description?: string;
    readonly schema: Schema;
  }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
  };
};

/** The page on which people read what the API has: made from the same description that programs read. */
export function apiPageRoute(routes: () => readonly Route[]): Route {
  return reading({
    path: '/api',
    about: 'What can be asked of the API, path by path.',
    action: 'read-guidance',
    ask: z.object({}),
    on: async () => ({ kind: 'guidance' }),
    answers: Says,
    answer: async () => ({ says: { operations: operationsOf(routes()) }, tables: [] }),
    page: ({ says: { operations } }) => ({
      view: 'api/api.njk',
      title: 'API',
      data: { operations },
    }),
  });
}

function operationsOf(routes: readonly Route[]): Says['operations'] {
  const { paths } = apiDocument(routes, '') as {
    paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      method: method === 'post' ? ('POST' as const) : ('GET' as const),
      path,
      about: described.summary,
      parameters: described.parameters.map(parameterOf),
      fields: Object.keys(
        described.requestBody?.content['application/json']?.schema.properties ?? {},
      ),
    })),
  );
}

function parameterOf({
  name,
  in: where,
  required,
  description,
  schema,
}: Described['parameters'][number]) {
  return {
    name,
    in: where,
    required: required ?? false,
    about: description ?? schema.description ?? '',
    values: (schema.enum ?? []).map(String),
  };
}
