import * as z from 'zod';
import type { Route } from '../route.ts';

type Json = Record<string, unknown>;

/**
 * The API's description by OpenAPI 3.1, from the same schemas that read requests and that answers are
 * held against in tests; JSON Schema 2020-12 is what both speak.
 */
export function apiDocument(routes: readonly Route[], address: string): Json {
  const paths: Record<string, Json> = {};
  for (const one of routes) {
    const path = `/api/v1${one.route.path === '/' ? '' : one.route.path}`.replace(
      /:(\w+)/g,
      '{$1}',
    );
    paths[path] = { ...paths[path], [one.is === 'doing' ? 'post' : 'get']: operation(one) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Record Access Rollout',
      version: '1',
      description:
        'How far England’s GP practices have got with automatic patient access to new record entries. Everything that a page shows can be had here. Management information, not official statistics.',
    },
    servers: [{ url: address }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Problem: PROBLEM },
    },
  };
}

const PROBLEM = {
  type: 'object',
  required: ['title', 'status', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    wrong: {
      type: 'array',
      items: {
        type: 'object',
        properties: { field: { type: ['string', 'null'] }, says: { type: 'string' } },
      },
    },
  },
};

function operation(one: Route): Json {
  const { route } = one;
  const clocks = one.is === 'reading' && one.route.clocks ? CLOCKS : [];
  return {
    summary: route.about,
    operationId: operationId(one),
    parameters: [
      ...parametersOf(route.ask, route.path),
      ...clocks,
      ...(one.is === 'reading' ? [FORMAT] : []),
    ],
    ...(one.is === 'doing' && { requestBody: bodyOf(one.route.form) }),
    responses: { ...okOf(one), ...FAILED },
  };
}

function operationId({ is, route }: Route): string {
  const words = route.path.split(/[/:.-]+/).filter(Boolean);
  const name = words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
  return `${is === 'doing' ? 'do' : 'get'}${name === '' ? 'Start' : name}`;
}

/** JSON Schema of what is sent in; what it cannot say (a file, a rule in code) it leaves open. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return json;
}

function parametersOf(ask: z.ZodType, path: string): Json[] {
  const { properties = {}, required = [] } = schemaOf(ask, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => {
    const isInPath = new RegExp(`:${name}\\b`).test(path);
    const { description, ...rest } = schema;
    return {
      name,
      in: isInPath ? 'path' : 'query',
      required: isInPath || required.includes(name),
      ...(description !== undefined && { description }),
      schema: rest,
    };
  });
}

const text = { type: 'string' };
const CLOCKS: readonly Json[] = [
  {
    name: 'valid-at',
    in: 'query',
    description: 'The day the answer is about, as 2023-12-04',
    schema: text,
  },
  {
    name: 'known-at',
    in: 'query',
    description: 'Only what had been received by the end of this day, or by this moment, counts',
    schema: text,
  },
  {
    name: 'rules-at',
    in: 'query',
    description: 'The policy as it had been announced by this day',
    schema: text,
  },
];
const FORMAT: Json = {
  name: 'format',
  in: 'query',
  description: 'csv: all rows of the first table as CSV, as by Accept: text/csv',
  schema: { enum: ['json', 'csv'] },
};

function bodyOf(form: z.ZodType): Json {
  const schema = schemaOf(form, 'input');
  const { properties = {} } = schema as { properties?: Record<string, Json> };
  // A file is no JSON.
  if (Object.hasOwn(properties, 'file')) {
    const file = { type: 'string', format: 'binary' };
    const withFile = { ...schema, properties: { ...properties, file } };
    return { required: true, content: { 'multipart/form-data': { schema: withFile } } };
  }
  return {
    required: true,
    content: { 'application/json': { schema }, 'multipart/form-data': { schema } },
  };
}

function okOf(one: Route): Json {
  if (one.is === 'download') {
    return {
      200: {
        description: 'The file',
        content: { '*/*': { schema: { type: 'string', format: 'binary' } } },
      },
    };
  }
  if (one.is === 'doing') {
    return {
      200: { description: 'Done', content: { 'application/json': { schema: { type: 'object' } } } },
    };
  }
  const schema = {
    type: 'object',
    required: ['says', 'tables'],
    properties: {
      made_up: { type: 'boolean', description: 'True where all of it is made-up sample data' },
      says: schemaOf(one.route.answers, 'output'),
      tables: { type: 'object', additionalProperties: TABLE },
      next: {
        type: ['string', 'null'],
        description: 'Of a list in parts: the cursor of the next; null at its end',
      },
    },
  };
  return {
    200: {
      description: one.route.about,
      headers: { etag: { schema: text } },
      content: { 'application/json': { schema }, 'text/csv': { schema: text } },
    },
    304: { description: 'It is what If-None-Match names' },
  };
}

const TABLE = {
  type: 'object',
  properties: {
    title: text,
    rows: {
      type: 'array',
      items: { type: 'object', additionalProperties: { type: ['string', 'number', 'null'] } },
    },
  },
};

const problem = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
const FAILED: Json = {
  400: problem('What is asked for cannot be understood'),
  401: problem('No token, or one that does not hold'),
  403: problem('Nobody gave you a membership'),
  404: problem('It is not there, or not yours: the answer is the same'),
  422: problem('What was sent cannot be done'),
  429: problem('More requests in a minute than one person may make'),
};
