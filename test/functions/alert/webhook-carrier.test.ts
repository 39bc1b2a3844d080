import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isWithin } from '../../../functions/alert/public-address.ts';
import { webhookCarrier } from '../../../functions/alert/webhook-carrier.ts';
import { MessageSchema } from '../../../shared/alert/message.ts';
import { newSecret } from '../../../shared/alert/webhooks/secret.ts';
import { type Instant, instant } from '../../../shared/calendar/day.ts';

const secret = newSecret(new Uint8Array(24).fill(7));
let status = 200;
const got: { headers: IncomingHttpHeaders; body: string }[] = [];
const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  got.push({ headers: request.headers, body });
  response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end('answer');
});
beforeAll(() => new Promise<void>((done) => void server.listen(0, '127.0.0.1', done)));
afterAll(() => void server.close());
beforeEach(() => {
  got.length = 0;
  status = 200;
});

const now = () => new Date().toISOString() as Instant;
const carrier = webhookCarrier({ fetch, now, allowLocal: true });
function message(port = (server.address() as AddressInfo).port) {
  return MessageSchema.parse({
    id: 'notice-sub-1-0123456789abcdef',
    subscription: 'sub-1',
    channel: { type: 'webhook', url: `http://127.0.0.1:${port}/alerts`, secret },
    kind: 'notice',
    on: '2026-09-07',
    subject: 'Subject',
    text: 'Text',
    html: 'HTML',
    json: { type: 'notice', episodes: [] },
    tells: ['A81001-stalled-1@step-1'],
    unsubscribe: null,
  });
}
function verify(body: string, key = secret): unknown {
  return new Webhook(key).verify(body, got[0]!.headers as Record<string, string>);
}

describe('a webhook', () => {
  test('is sent what its receiver can verify, and nothing altered or of another secret', async () => {
    expect(await carrier.handOver(message())).toEqual({ outcome: 'sent', providerId: null });
    const { body, headers } = got[0]!;
    expect(verify(body)).toEqual({ type: 'notice', episodes: [], id: message().id });
    expect(headers['webhook-id']).toBe(message().id);
    expect(() => verify(`${body} `)).toThrow('No matching signature');
    expect(() => verify(body, newSecret(new Uint8Array(24)))).toThrow('No matching signature');
  });

  test('of long ago is rejected by its receiver', async () => {
    const old = webhookCarrier({
      fetch,
      now: () => instant('2026-01-01T00:00:00Z'),
      allowLocal: true,
    });
    await old.handOver(message());
    expect(() => verify(got[0]!.body)).toThrow('too old');
  });

  test.each([
    [204, 'sent', undefined],
    [302, 'refused', false],
    [400, 'refused', false],
    [410, 'refused', true],
    [408, 'not-now', undefined],
    [425, 'not-now', undefined],
    [429, 'not-now', undefined],
    [503, 'not-now', undefined],
  ])('that answers %i is %s', async (answer, outcome, forGood) => {
    status = answer;
    const handed = await carrier.handOver(message());
    expect(handed).toMatchObject({ outcome, ...(forGood !== undefined && { forGood }) });
    expect(got).toHaveLength(1);
  });

  test('that nobody listens at is tried again', async () => {
    const handed = await carrier.handOver(message(1));
    expect(handed.outcome).toBe('not-now');
  });

  test('of a private network is sent nothing', async () => {
    const handed = await webhookCarrier({ fetch, now }).handOver(message());
    expect(handed).toMatchObject({ outcome: 'refused', forGood: false });
    expect(got).toEqual([]);
  });
});

test.each([
  ['10.1.2.3', true],
  ['172.31.0.1', true],
  ['172.32.0.1', false],
  ['169.254.169.254', true],
  ['::1', true],
  ['::ffff:10.0.0.1', true],
  ['fd00::1', true],
  ['8.8.8.8', false],
  ['2606:4700::1111', false],
  ['2002:7f00:1::', true],
  ['fec0::1', true],
  ['::127.0.0.1', true],
  ['64:ff9b:1::1', true],
])('%s is within: %s', (address, within) => {
  expect(isWithin(address)).toBe(within);
});
