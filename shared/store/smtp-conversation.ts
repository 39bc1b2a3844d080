import { Readable } from 'node:stream';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';
import type { HandedOver } from './alert-ports.ts';
import { afterSmtp } from './mail-failures.ts';

/** Where and as whom mail is handed in. */
export type SmtpServer = SMTPConnectionOptions & {
  readonly auth?: { readonly user: string; readonly pass: string };
};

/** The mail as bytes, and the addresses on its envelope. */
type Mail = { readonly from: string; readonly to: string; readonly bytes: Buffer };

/** Far less than the 15 minutes after which a run that is at a message counts as crashed. */
const MOST_MS = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 120_000 };

/**
 * Hands one mail to an SMTP server, over a connection of its own. It is spoken here step by step, not by
 * nodemailer's transport, because only so is it known whether the content had begun when it failed.
 */
export async function overSmtp(server: SmtpServer, mail: Mail): Promise<HandedOver> {
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const { auth, ...options } = server;
  // No password goes over an open line, unless the server's options say that it may.
  const requireTLS = auth !== undefined && options.ignoreTLS !== true;
  const connection = new Connection({ ...MOST_MS, requireTLS, ...options });
  let isContentBegun = false;
  const content = Readable.from(
    (function* () {
      // It is asked for once the server has said yes to DATA.
      isContentBegun = true;
      yield mail.bytes;
    })(),
  );
  const step = stepsOf(connection);
  try {
    await step((done) => connection.connect(done));
    if (auth !== undefined && connection.allowsAuth) {
      await step((done) => connection.login({ credentials: auth }, done));
    }
    const envelope = { from: mail.from, to: [mail.to], size: mail.bytes.length };
    await step((done) => connection.send(envelope, content, done));
    return { outcome: 'sent', providerId: null };
  } catch (error) {
    return afterSmtp(error, isContentBegun);
  } finally {
    connection.quit();
  }
}

type Done = (error?: Error | null) => void;

/** Makes each step of a conversation a promise, which fails as soon as the connection does. */
function stepsOf(connection: SMTPConnection): (begin: (done: Done) => void) => Promise<void> {
  const lost = new Promise<never>((_, reject) => {
    connection.on('error', reject);
    connection.once('end', () => reject(new Error('the connection was closed')));
  });
  // It ends in any case: after the last step that is nobody's failure.
  lost.catch(() => {});
  return (begin) =>
    Promise.race([
      lost,
      new Promise<void>((resolve, reject) => {
        begin((error) => (error ? reject(error) : resolve()));
      }),
    ]);
}
