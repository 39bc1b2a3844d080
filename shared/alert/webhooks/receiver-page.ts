import * as z from 'zod';
import { BACK_OFF_MINUTES, MOST_TRIES } from '../back-off.ts';
import { PAYLOADS } from './payloads.ts';

/** An example of a type, as the tests hold it to its schema. */
export type Examples = Readonly<Record<keyof typeof PAYLOADS, unknown>>;

const TYPE_WORDS: Readonly<Record<keyof typeof PAYLOADS, string>> = {
  digest: 'the week of a commissioner, after the release',
  notice: 'alerts that opened or climbed a step this evening, of rules told at once',
  reminder: 'to a practice: what is missing',
  'state-change': 'to a practice: its status has changed',
  cover: 'what the subscription covers: at its start, and when places were reorganised',
};

/** The documentation for those who receive webhooks, written from the schemas. */
export function receiverPage(examples: Examples): string {
  return [
    '# Webhooks',
    '',
    'Generated from `shared/alert/webhooks/payloads.ts`; a test holds this page to it. To begin: `rollout subscriptions add --webhook https://… --icb CODE`; it prints the secret once.',
    '',
    '## What comes',
    '',
    'A POST with JSON, by the [Standard Webhooks](https://www.standardwebhooks.com) convention:',
    '',
    '| Header | Holds |',
    '|---|---|',
    '| `webhook-id` | the message; the same at every try |',
    '| `webhook-timestamp` | when this try was made, in seconds since 1970 |',
    '| `webhook-signature` | `v1,` and the base64 of the HMAC-SHA256 of `id.timestamp.body` under the secret |',
    '',
    'Verify before you read, with the body as it came. Libraries exist for most languages; in JavaScript:',
    '',
    '```js',
    "import { Webhook } from 'standardwebhooks';",
    '',
    'const message = new Webhook(secret).verify(body, headers); // throws where it is not ours',
    '```',
    '',
    'Refuse what is more than 5 minutes old; the library does. Keep the ids that you have dealt with: the same message may come twice, with the same `webhook-id` and body.',
    '',
    '## What to answer',
    '',
    `Any 2xx within 10 seconds; what you answer is not read. 408, 425, 429, 5xx, a lost connection or no answer in time: it is tried again after ${BACK_OFF_MINUTES.join(', ')} minutes, ${MOST_TRIES} times in all, and then shown to a person (\`rollout messages\`). 410: nothing is sent there any more. A redirect, and any other answer, is a refusal: a person looks. Addresses inside a private network are refused.`,
    '',
    ...Object.entries(PAYLOADS).flatMap(([type, schema]) =>
      sectionOf(type as keyof typeof PAYLOADS, schema, examples),
    ),
  ].join('\n');
}

function sectionOf(type: keyof typeof PAYLOADS, schema: z.ZodType, examples: Examples) {
  const { properties = {} } = z.toJSONSchema(schema, { unrepresentable: 'any' }) as Json;
  return [
    `## \`${type}\``,
    '',
    `${TYPE_WORDS[type][0]?.toUpperCase()}${TYPE_WORDS[type].slice(1)}.`,
    '',
    '| Field | Holds | |',
    '|---|---|---|',
    ...fieldRows(properties, ''),
    '',
    '```json',
    JSON.stringify(examples[type], null, 2),
    '```',
    '',
  ];
}

type Json = {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Json[];
  readonly items?: Json;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Json>>;
  readonly additionalProperties?: unknown;
};

/** One row a field; the fields of what it holds follow it, their names after a full stop. */
function fieldRows(properties: Readonly<Record<string, Json>>, before: string): string[] {
  return Object.entries(properties).flatMap(([name, field]) => {
    const path = `${before}${name}`;
    const inner = innerOf(field);
    const row = `| \`${path}\` | ${holds(field)} | ${field.description ?? inner?.description ?? ''} |`;
    const isList = field.type === 'array';
    return [row, ...fieldRows(inner?.properties ?? {}, `${path}${isList ? '[]' : ''}.`)];
  });
}

/** What a list or a field that may be null holds. */
function innerOf(field: Json): Json | undefined {
  if (field.items !== undefined) return field.items;
  return field.anyOf?.find(({ type }) => type !== 'null') ?? field;
}

function holds(field: Json): string {
  if (field.const !== undefined) return `"${field.const}"`;
  if (field.enum !== undefined) return field.enum.map((one) => `"${one}"`).join(', ');
  if (field.anyOf !== undefined) return field.anyOf.map(holds).join(' or ');
  if (field.type === 'array') return `list of ${holds(field.items ?? {})}`;
  if (field.format === 'date') return 'day';
  if (field.format === 'date-time') return 'moment';
  if (field.format === 'uri') return 'address';
  return [field.type ?? 'string'].flat().join(' or ');
}
