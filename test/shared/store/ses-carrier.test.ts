import {
  BadRequestException,
  MailFromDomainNotVerifiedException,
  MessageRejected,
  SESv2Client,
  SendEmailCommand,
  SendingPausedException,
  TooManyRequestsException,
} from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import 'aws-sdk-client-mock-vitest/extend';
import PostalMime from 'postal-mime';
import { beforeEach, expect, test } from 'vitest';
import { sesCarrier } from '../../../shared/store/mail-carrier.ts';
import { messageOf } from '../alert/deliveries.ts';

const client = new SESv2Client({ region: 'eu-west-2', maxAttempts: 1 });
const mock = mockClient(client);
const sender = {
  from: { name: 'Record Access Rollout', address: 'alerts@rollout.example' },
  configurationSet: 'alerts',
};
const carrier = sesCarrier(client, sender);
beforeEach(() => mock.reset());

test('a mail goes out whole, with the configuration set that takes its bounce back', async () => {
  mock.on(SendEmailCommand).resolves({ MessageId: '0102-abc' });
  const unsubscribe = 'https://rollout.example/end';
  const message = messageOf(1, { unsubscribe, subject: 'a\r\nBcc: evil@example.org' });
  const told = await carrier.handOver(message);
  expect(told).toEqual({ outcome: 'sent', providerId: '0102-abc' });
  expect(mock).toHaveReceivedCommandTimes(SendEmailCommand, 1);
  const { input } = mock.commandCalls(SendEmailCommand)[0]!.args[0];
  expect(input).toMatchObject({
    ConfigurationSetName: 'alerts',
    FromEmailAddress: 'Record Access Rollout <alerts@rollout.example>',
    Destination: { ToAddresses: ['qhm-team@icb.example'] },
  });
  const mail = await PostalMime.parse(Buffer.from(input.Content!.Raw!.Data!));
  expect(mail.bcc ?? []).toEqual([]);
  expect(mail.text?.trim()).toBe(message.text);
  expect(mail.html?.trim()).toBe(message.html);
  const headers = Object.fromEntries(mail.headers.map(({ key, value }) => [key, value]));
  expect(headers['list-unsubscribe']).toBe(`<${unsubscribe}>`);
});

const said = (httpStatusCode: number, name = 'Error') =>
  Object.assign(new Error('as it is'), { name, $metadata: { httpStatusCode } });
const named = { message: 'as it is', $metadata: {} };
const refused = { outcome: 'refused', forGood: false };
const network = (code: string) => Object.assign(new Error('as it is'), { code });

test.each([
  [
    'too many at once',
    new TooManyRequestsException({ ...named, $metadata: { httpStatusCode: 429 } }),
    { outcome: 'not-now' },
  ],
  [
    'sending is paused',
    new SendingPausedException({ ...named, $metadata: { httpStatusCode: 400 } }),
    { outcome: 'not-now' },
  ],
  ['no right to send', said(403, 'AccessDeniedException'), { outcome: 'not-now' }],
  ['no credentials', said(0, 'CredentialsProviderError'), { outcome: 'not-now' }],
  ['a fault of the service', said(500), { outcome: 'not-now' }],
  ['the service is not there', said(503), { outcome: 'not-now' }],
  ['no way to the service', network('ECONNREFUSED'), { outcome: 'not-now' }],
  ['its name is not known', network('ENOTFOUND'), { outcome: 'not-now' }],
  ['the mail is rejected', new MessageRejected(named), refused],
  ['the mail is malformed', new BadRequestException(named), refused],
  ['we are not verified', new MailFromDomainNotVerifiedException(named), refused],
  ['a time-out', said(0, 'TimeoutError'), { outcome: 'uncertain' }],
  ['the connection is lost', network('ECONNRESET'), { outcome: 'uncertain' }],
  ['a gateway that gave up', said(504), { outcome: 'uncertain' }],
  ['a request that came too slowly', said(408), { outcome: 'uncertain' }],
  ['an error nobody knows', new Error('as it is'), { outcome: 'uncertain' }],
])('%s', async (_, error, expected) => {
  mock.on(SendEmailCommand).rejects(error);
  const told = await carrier.handOver(messageOf());
  expect(told).toMatchObject(expected);
  expect(told).toHaveProperty('why', expect.stringContaining('as it is'));
});

test('a client that would try again by itself sends nothing', async () => {
  const stubborn = new SESv2Client({ region: 'eu-west-2' });
  const watched = mockClient(stubborn);
  const told = await sesCarrier(stubborn, sender).handOver(messageOf());
  expect(told).toMatchObject({ outcome: 'not-now' });
  expect(watched.calls()).toHaveLength(0);
});

test('what is for a webhook is refused', async () => {
  const channel = { type: 'webhook', url: 'https://chat.example', secret: 'whsec_AA' } as const;
  expect(await carrier.handOver(messageOf(1, { channel }))).toMatchObject(refused);
  expect(mock.calls()).toHaveLength(0);
});
