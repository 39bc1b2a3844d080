import { readdirSync, readFileSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { outboxCarrier } from '../../local/outbox-carrier.ts';
import { day } from '../../shared/calendar/day.ts';
import { carrierFor } from '../../shared/store/mail-carrier.ts';
import { messageOf } from '../shared/alert/deliveries.ts';
import { tempFolder } from './temp-folder.ts';

const FROM = { name: 'Record Access Rollout', address: 'alerts@rollout.localhost' };
const namesIn = (root: string) => readdirSync(join(root, 'outbox')).sort();
const read = (root: string, name: string) => readFileSync(join(root, 'outbox', name));

test('a message is a mail in a file, and its HTML beside it', async () => {
  const root = tempFolder();
  const message = messageOf();
  const sent = await outboxCarrier(root, FROM).handOver(message);
  expect(sent).toEqual({ outcome: 'sent', providerId: null });
  expect(namesIn(root)).toEqual([`${message.id}.eml`, `${message.id}.html`]);
  expect(read(root, `${message.id}.html`).toString()).toBe(message.html);
  const mail = await PostalMime.parse(read(root, `${message.id}.eml`));
  expect(mail).toMatchObject({ subject: message.subject, from: FROM });
  expect(mail.to?.[0]).toMatchObject({ address: 'qhm-team@icb.example' });
  expect(mail.text?.trim()).toBe(message.text);
  expect(mail.html?.trim()).toBe(message.html);
});

test.each([
  ['2023-11-06', '2023-11-06T06:00:00.000Z'],
  ['2023-07-03', '2023-07-03T05:00:00.000Z'],
])('is dated six o’clock in London of its day: %s', async (on, date) => {
  const root = tempFolder();
  await outboxCarrier(root, FROM).handOver(messageOf(1, { on: day(on) }));
  expect((await PostalMime.parse(read(root, namesIn(root)[0]!))).date).toBe(date);
});

test('the same message again is the same files, byte for byte', async () => {
  const [root, other] = [tempFolder(), tempFolder()];
  for (const each of [root, root, other]) await outboxCarrier(each, FROM).handOver(messageOf());
  expect(namesIn(root)).toHaveLength(2);
  for (const name of namesIn(root)) expect(read(root, name)).toEqual(read(other, name));
});

test('it can tell that a message was handed over; of any other a mail server may know', async () => {
  const root = tempFolder();
  const carrier = outboxCarrier(root, FROM);
  expect(await carrier.was?.(messageOf())).toBeUndefined();
  await carrier.handOver(messageOf());
  expect(await carrier.was?.(messageOf())).toBe(true);
  expect(await carrier.was?.(messageOf(2))).toBeUndefined();
  // The HTML alone is what a crash left.
  unlinkSync(join(root, 'outbox', `${messageOf().id}.eml`));
  expect(await carrier.was?.(messageOf())).toBeUndefined();
});

test('no id leads out of the outbox', async () => {
  const root = tempFolder();
  for (const id of ['../a', 'a/../../b', 'a b\n', 'a_2f_b', 'a/b']) {
    await outboxCarrier(root, FROM).handOver(messageOf(1, { id: `notice-${id}` }));
  }
  expect(readdirSync(root)).toEqual(['outbox']);
  expect(namesIn(root)).toHaveLength(10);
});

test('messages go by their channel, and only the outbox is asked what it knows', async () => {
  const root = tempFolder();
  const said: string[] = [];
  const webhook = {
    async handOver() {
      said.push('webhook');
      return { outcome: 'sent', providerId: null } as const;
    },
  };
  const carrier = carrierFor({ email: outboxCarrier(root, FROM), webhook });
  const channel = { type: 'webhook', url: 'https://chat.example', secret: 'whsec_AA' } as const;
  await carrier.handOver(messageOf(1, { channel }));
  expect(said).toEqual(['webhook']);
  expect(readdirSync(root)).toEqual([]);
  await carrier.handOver(messageOf(2));
  expect(namesIn(root)).toHaveLength(2);
  expect(await carrier.was?.(messageOf(1, { channel }))).toBeUndefined();
  expect(await carrier.was?.(messageOf(2))).toBe(true);
});
