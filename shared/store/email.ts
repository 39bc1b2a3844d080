import { hash } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
import type { Message } from '../alert/message.ts';

/** Who a mail is from: a name that people read, and an address of ours. */
export type From = { readonly name: string; readonly address: string };

/**
 * A message as an e-mail to one address, text and HTML, the same for the same message. `date` is left to
 * whoever sends it. Addresses are handed over as such and never read from a text; line breaks
 * and other control characters of a subject become spaces, so that nothing it says becomes a header.
 */
export function emailOf(message: Message, to: string, from: From): SendMailOptions {
  const name = fileNameOf(message.id);
  return {
    from,
    to: { name: '', address: to },
    subject: message.subject.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim(),
    text: message.text,
    html: message.html,
    messageId: `<${name}@${from.address.split('@').at(-1)}>`,
    baseBoundary: hash('sha256', name, 'hex').slice(0, 16),
    headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribing(message.unsubscribe) },
    // Everything that a mail holds is in the message: nothing that it says is fetched or read.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** A message's id as a file may be called: what is no letter, digit, hyphen or full stop is written as its number. */
export function fileNameOf(id: string): string {
  return id.replace(/[^A-Za-z0-9.-]/gu, (sign) => `_${sign.codePointAt(0)!.toString(16)}_`);
}

/** RFC 2369 and, for a place that a mail program may ask by itself (so only by https), RFC 8058. */
function unsubscribing(place: string | null): Record<string, { prepared: true; value: string }> {
  if (place === null || !URL.canParse(place)) return {};
  const { protocol, href } = new URL(place);
  if (protocol !== 'https:' && protocol !== 'http:') return {};
  const link = { prepared: true, value: `<${href}>` } as const;
  if (protocol === 'http:') return { 'List-Unsubscribe': link };
  const oneClick = { prepared: true, value: 'List-Unsubscribe=One-Click' } as const;
  return { 'List-Unsubscribe': link, 'List-Unsubscribe-Post': oneClick };
}

/** An e-mail as the bytes of a message that any mail program opens. */
export async function emailBytes(email: SendMailOptions): Promise<Buffer> {
  // Loaded only here: most commands never write an e-mail.
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = await transport.sendMail(email);
  if (!Buffer.isBuffer(message)) throw new Error('the e-mail was not given as bytes');
  return message;
}
