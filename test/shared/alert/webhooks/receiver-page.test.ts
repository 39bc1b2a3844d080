import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import { examples } from '../../../../shared/alert/webhooks/examples.ts';
import { PAYLOADS } from '../../../../shared/alert/webhooks/payloads.ts';
import { receiverPage } from '../../../../shared/alert/webhooks/receiver-page.ts';
import { webhookRequest } from '../../../../shared/alert/webhooks/request.ts';
import { newSecret } from '../../../../shared/alert/webhooks/secret.ts';
import { instant } from '../../../../shared/calendar/day.ts';

const EXAMPLES = examples();

describe('the page for receivers of webhooks', () => {
  test('is the one that the schemas give; else run: npx node docs/write-webhooks.ts', () => {
    const committed = readFileSync(
      join(import.meta.dirname, '../../../../docs/webhooks.md'),
      'utf8',
    );
    expect(committed).toBe(receiverPage(EXAMPLES));
  });

  test.each(Object.entries(PAYLOADS))(
    'its example of %s fits the schema, to the last field',
    (type, schema) => {
      const example = EXAMPLES[type as keyof typeof PAYLOADS];
      expect(schema.parse(example)).toEqual(example);
      expect(schema.safeParse({ ...(example as object), type: 'other' }).success).toBe(false);
    },
  );

  test('what is posted is the example itself, signed so that the library verifies it', () => {
    const secret = newSecret(new Uint8Array(24).fill(7));
    const example = EXAMPLES.digest as { id: string };
    const at = instant(new Date().toISOString());
    const { headers, body } = webhookRequest(
      { id: example.id, kind: 'digest', json: example },
      { secret, at },
    );
    expect(new Webhook(secret).verify(body, headers)).toEqual(example);
    expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow();
  });
});
