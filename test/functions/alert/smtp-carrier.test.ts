import type { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { smtpCarrier } from '../../../shared/store/mail-carrier.ts';
import { messageOf } from '../../shared/alert/deliveries.ts';
import { refusal, scriptedServer, smtpRoom } from './smtp-room.ts';

const FROM = { name: 'Record Access Rollout', address: 'alerts@rollout.example' };
const carrierAt = (port: number, more: object = {}) =>
  smtpCarrier({ host: '127.0.0.1', port, ignoreTLS: true, ...more }, FROM);

describe('a mail that the server takes', () => {
  test('arrives whole, text and HTML, with the head of an automatic mail', async () => {
    const { port, taken } = await smtpRoom();
    const unsubscribe = 'https://rollout.example/unsubscribe/qhm-team/0123456789abcdef';
    const words = '.\nA line of a full stop, £ and é, and a long one: '.concat(
      'stalled '.repeat(200),
    );
    const message = messageOf(1, { text: words, unsubscribe });
    expect(await carrierAt(port).handOver(message)).toEqual({ outcome: 'sent', providerId: null });
    const { mail, to } = taken[0]!;
    expect(to).toEqual(['qhm-team@icb.example']);
    expect(mail.from).toMatchObject(FROM);
    expect(mail.to).toMatchObject([{ address: 'qhm-team@icb.example' }]);
    expect(mail.subject).toBe(message.subject);
    expect(mail.text?.trim()).toBe(words.trim());
    expect(mail.html?.trim()).toBe(message.html);
    expect(mail.messageId).toBe(`<${message.id}@rollout.example>`);
    const headers = Object.fromEntries(mail.headers.map(({ key, value }) => [key, value]));
    expect(headers).toMatchObject({
      'auto-submitted': 'auto-generated',
      'list-unsubscribe': `<${unsubscribe}>`,
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    });
  });

  test.each([
    ['nowhere', null, []],
    [
      'a place that no mail program asks by itself',
      'http://localhost:3000/end',
      ['list-unsubscribe'],
    ],
    ['no address of a page', 'javascript:alert(1)', []],
    ['words', 'write to us', []],
  ])('offers to unsubscribe only where that can be done: %s', async (_, unsubscribe, expected) => {
    const { port, taken } = await smtpRoom();
    await carrierAt(port).handOver(messageOf(1, { unsubscribe }));
    const keys = taken[0]!.mail.headers.map(({ key }) => key);
    expect(keys.filter((key) => key.startsWith('list-unsubscribe'))).toEqual(expected);
  });

  test('holds no header and no receiver that its words made', async () => {
    const { port, taken } = await smtpRoom();
    const evil = 'x\r\nBcc: evil@example.org\r\n\r\n<script>\u2028Bcc: evil@example.org';
    const message = messageOf(1, {
      id: `notice-a\r\nBcc: evil@example.org-${'0'.repeat(16)}`,
      subject: evil,
      text: `${evil}\r\n.\r\nMAIL FROM:<a@b>`,
      unsubscribe: `https://rollout.example/${evil}`,
    });
    expect((await carrierAt(port).handOver(message)).outcome).toBe('sent');
    expect(taken).toHaveLength(1);
    expect(taken[0]!.to).toEqual(['qhm-team@icb.example']);
    expect(taken[0]!.mail.bcc ?? []).toEqual([]);
    expect(taken[0]!.mail.headers.map(({ key }) => key).sort()).toEqual([
      'auto-submitted',
      'content-type',
      'date',
      'from',
      'list-unsubscribe',
      'list-unsubscribe-post',
      'message-id',
      'mime-version',
      'subject',
      'to',
    ]);
  });

  test('is handed in under a name where the server asks for one', async () => {
    const { port, taken } = await smtpRoom({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _, done) =>
        password === 'right' ? done(null, { user: username }) : done(new Error('no')),
    });
    const as = (pass: string) => carrierAt(port, { auth: { user: 'rollout', pass } });
    expect((await as('right').handOver(messageOf())).outcome).toBe('sent');
    const overAnOpenLine = carrierAt(port, {
      ignoreTLS: false,
      auth: { user: 'rollout', pass: 'right' },
    });
    expect(await overAnOpenLine.handOver(messageOf(4))).toMatchObject({ outcome: 'not-now' });
    expect(await as('wrong').handOver(messageOf(2))).toMatchObject({ outcome: 'not-now' });
    expect(await carrierAt(port).handOver(messageOf(3))).toMatchObject({ outcome: 'not-now' });
    expect(taken).toHaveLength(1);
  });
});

describe('a mail that the server does not take', () => {
  test.each([
    ['a full server, at RCPT', 450, '4.2.1 try later', { outcome: 'not-now' }],
    ['an unknown address', 550, '5.1.1 no such user', { outcome: 'refused', forGood: true }],
    [
      'an unknown address, in words alone',
      550,
      'no such user',
      { outcome: 'refused', forGood: true },
    ],
    ['our own name on a black list', 550, '5.7.1 blocked', { outcome: 'refused', forGood: false }],
    ['a full mailbox', 552, '5.2.2 mailbox full', { outcome: 'refused', forGood: false }],
    ['a sender not let in', 530, '5.7.0 log in first', { outcome: 'not-now' }],
  ])('%s', async (_, code, words, expected) => {
    const { port, taken } = await smtpRoom({
      onRcptTo: (_address, _session, done) => done(refusal(code, words)),
    });
    const told = await carrierAt(port).handOver(messageOf());
    expect(told).toMatchObject(expected);
    expect(told).toHaveProperty('why', expect.stringContaining(words));
    expect(taken).toEqual([]);
  });

  test.each([
    [451, { outcome: 'not-now' }],
    [554, { outcome: 'refused', forGood: false }],
  ])('because of its content: %i', async (code, expected) => {
    const { port } = await smtpRoom({
      onData(stream, _, done) {
        stream.resume();
        stream.on('end', () => done(refusal(code, 'as it is')));
      },
    });
    expect(await carrierAt(port).handOver(messageOf())).toMatchObject(expected);
  });

  test('because we may not send as ourselves: no address is to blame', async () => {
    const { port } = await smtpRoom({
      onMailFrom: (_address, _session, done) => done(refusal(550, '5.1.8 bad sender')),
    });
    expect(await carrierAt(port).handOver(messageOf())).toMatchObject({
      outcome: 'refused',
      forGood: false,
    });
  });

  test('because nobody is there', async () => {
    // A port that was free a moment ago, and that nothing listens at.
    expect(await carrierAt(1).handOver(messageOf())).toMatchObject({ outcome: 'not-now' });
    const unknown = smtpCarrier({ host: 'nowhere.invalid', port: 25 }, FROM);
    expect(await unknown.handOver(messageOf())).toMatchObject({ outcome: 'not-now' });
  });

  test('because it is for no mail address', async () => {
    const channel = { type: 'webhook', url: 'https://chat.example', secret: 'whsec_AA' } as const;
    expect(await carrierAt(1).handOver(messageOf(1, { channel }))).toMatchObject({
      outcome: 'refused',
      forGood: false,
    });
  });
});

/** Answers as a server does until it is asked for one thing, which it does in its own way. */
const until = (what: RegExp, then: (socket: Socket) => void) => (line: string, socket: Socket) => {
  if (what.test(line)) then(socket);
  else if (line === 'DATA') socket.write('354 go on\r\n');
  else if (/^(EHLO|MAIL|RCPT)/.test(line)) socket.write('250 OK\r\n');
};

describe('a connection that is lost', () => {
  test.each([
    ['before the server is greeted', /^EHLO/, 'not-now'],
    ['at the sender', /^MAIL/, 'not-now'],
    ['at the receiver', /^RCPT/, 'not-now'],
    ['at DATA', /^DATA/, 'not-now'],
    ['within the content', /^Subject/, 'uncertain'],
    ['at the end of the content', /^\.$/, 'uncertain'],
  ])('%s', async (_, what, outcome) => {
    const port = await scriptedServer(until(what, (socket) => socket.destroy()));
    expect(await carrierAt(port).handOver(messageOf())).toMatchObject({ outcome });
  });

  test.each([
    ['at the receiver', /^RCPT/, 'not-now'],
    ['at the end of the content', /^\.$/, 'uncertain'],
  ])('by silence %s', async (_, what, outcome) => {
    const port = await scriptedServer(until(what, () => {}));
    const told = await carrierAt(port, { socketTimeout: 150 }).handOver(messageOf());
    expect(told).toMatchObject({ outcome });
  });

  test('after the server took the mail changes nothing', async () => {
    const port = await scriptedServer(
      until(/^\.$/, (socket) => socket.write('250 taken\r\n', () => socket.destroy())),
    );
    expect(await carrierAt(port).handOver(messageOf())).toMatchObject({ outcome: 'sent' });
  });

  test('with a last word: what the server said counts', async () => {
    const port = await scriptedServer(
      until(/^\.$/, (socket) => socket.end('421 closing, try later\r\n')),
    );
    expect(await carrierAt(port).handOver(messageOf())).toMatchObject({ outcome: 'not-now' });
  });
});
