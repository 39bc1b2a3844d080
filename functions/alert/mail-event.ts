import * as z from 'zod';
import type { Bounce } from './on-bounce.ts';

const mail = z.object({ messageId: z.string().min(1) });
const recipients = z.array(z.object({ emailAddress: z.email() }));

/** Of each event what is looked at; mail services add to the rest as they like. */
const Detail = z.discriminatedUnion('eventType', [
  z.object({
    eventType: z.literal('Bounce'),
    mail,
    bounce: z.object({
      bounceType: z.enum(['Permanent', 'Transient', 'Undetermined']),
      bouncedRecipients: recipients,
    }),
  }),
  z.object({
    eventType: z.literal('Complaint'),
    mail,
    complaint: z.object({ complainedRecipients: recipients }),
  }),
  z.object({ eventType: z.enum(['Reject', 'Delivery']), mail }),
]);

/** An event of SES as EventBridge hands it on. */
export const MailEvent = z.object({ source: z.literal('aws.ses'), detail: Detail });
export type MailEvent = z.infer<typeof MailEvent>;

/**
 * What came back for good, one for each address: permanent bounces and complaints. A full mailbox or an
 * absence note is none, nor is a mail that was delivered or that SES itself refused.
 */
export function bouncesIn({ detail }: MailEvent): readonly Bounce[] {
  const providerId = detail.mail.messageId;
  if (detail.eventType === 'Complaint') {
    const { complainedRecipients } = detail.complaint;
    return complainedRecipients.map((one) => ({
      providerId,
      address: one.emailAddress,
      why: 'complaint',
    }));
  }
  if (detail.eventType !== 'Bounce' || detail.bounce.bounceType !== 'Permanent') return [];
  return detail.bounce.bouncedRecipients.map((one) => ({
    providerId,
    address: one.emailAddress,
    why: 'bounce',
  }));
}
