import type { SESv2Client } from '@aws-sdk/client-sesv2';
import type { Message } from '../alert/message.ts';
import type { Carrier, HandedOver } from './alert-ports.ts';
import { emailBytes, emailOf, type From } from './email.ts';
import { afterSes } from './mail-failures.ts';
import { overSmtp, type SmtpServer } from './smtp-conversation.ts';

/** Hands mail to an SMTP server. */
export function smtpCarrier(server: SmtpServer, from: From): Carrier {
  return byEmail(async (message, to) => {
    const bytes = await emailBytes(emailOf(message, to, from));
    return overSmtp(server, { from: from.address, to, bytes });
  });
}

/** As whom SES sends, and the configuration set that takes bounces and complaints back. */
export type SesSender = { readonly from: From; readonly configurationSet: string };

/**
 * Hands mail to SES. The client must be made with `maxAttempts: 1`: one that tries again by itself after a
 * time-out sends a mail twice, so with any other nothing is sent.
 */
export function sesCarrier(client: SESv2Client, { from, configurationSet }: SesSender): Carrier {
  return byEmail(async (message, to) => {
    if ((await client.config.maxAttempts()) !== 1) {
      return { outcome: 'not-now', why: 'the SES client is set to try again by itself' };
    }
    const { SendEmailCommand } = await import('@aws-sdk/client-sesv2');
    const { createTransport } = await import('nodemailer');
    const transport = createTransport({ SES: { sesClient: client, SendEmailCommand } });
    const ses = { ConfigurationSetName: configurationSet };
    try {
      const { response } = await transport.sendMail({ ...emailOf(message, to, from), ses });
      return { outcome: 'sent', providerId: response };
    } catch (error) {
      return afterSes(error);
    }
  });
}

/** Picks the carrier by a message's channel. */
export function carrierFor(by: { readonly email: Carrier; readonly webhook: Carrier }): Carrier {
  const carrierOf = ({ channel }: Message) => by[channel.type];
  return {
    handOver: (message) => carrierOf(message).handOver(message),
    was: async (message) => carrierOf(message).was?.(message),
  };
}

/** A carrier of e-mails; what is for another channel is refused. */
export function byEmail(
  send: (message: Message, to: string) => Promise<HandedOver>,
): Pick<Carrier, 'handOver'> {
  return {
    async handOver(message) {
      const { channel } = message;
      if (channel.type === 'email') return send(message, channel.to);
      return { outcome: 'refused', why: 'it is for no e-mail address', forGood: false };
    },
  };
}
