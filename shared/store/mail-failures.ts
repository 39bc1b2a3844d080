import type { HandedOver } from './alert-ports.ts';

type Failure = Exclude<HandedOver, { outcome: 'sent' }>;

/** What may be known of a failure: SMTP's by nodemailer, the network's by Node, a service's by its SDK. */
type Trace = {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
};

/**
 * What a failed conversation with an SMTP server means (RFC 5321, 4.2). `isContentBegun`: the content of
 * the mail was on its way, so that a lost connection leaves open whether the server took it.
 */
export function afterSmtp(error: unknown, isContentBegun: boolean): Failure {
  const { code = '', command = '', message = '', responseCode = 0, response } = error as Trace;
  const why = response ?? `${code} ${message}`.trim();
  if (responseCode >= 500) return afterRefusal(command, responseCode, why);
  if (responseCode >= 400) return { outcome: 'not-now', why };
  if (isContentBegun) return { outcome: 'uncertain', why };
  if (['EENVELOPE', 'EMESSAGE'].includes(code)) return { outcome: 'refused', why, forGood: false };
  return { outcome: 'not-now', why };
}

/** 503: a wrong order of commands; 530, 534, 535, 538: we are not let in. Neither is about the message. */
const ABOUT_US = [503, 530, 534, 535, 538];

function afterRefusal(command: string, responseCode: number, why: string): Failure {
  if (!/^(MAIL|RCPT|DATA)/.test(command) || ABOUT_US.includes(responseCode)) {
    return { outcome: 'not-now', why };
  }
  const forGood = command.startsWith('RCPT') && isOfTheAddress(responseCode, why);
  return { outcome: 'refused', why, forGood };
}

/**
 * True when it is the address itself that is refused. A server that will not hear us at all says so at
 * RCPT too (such as 550 5.7.1); by the enhanced code (RFC 3463) no good address is suppressed for that.
 */
function isOfTheAddress(responseCode: number, why: string): boolean {
  const enhanced = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(why)?.[0];
  if (enhanced !== undefined) {
    return ['5.1.0', '5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1'].includes(enhanced);
  }
  return [550, 551, 553].includes(responseCode);
}

/** Failures of the network before any connection stood. */
const NEVER_CONNECTED = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CredentialsProviderError',
];

/** Refusals by SES that another try does not change. All other refusals are about our account, today. */
const REFUSED_BY_SES = [
  'MessageRejected',
  'BadRequestException',
  'MailFromDomainNotVerifiedException',
  'ValidationException',
  'InvalidParameterValue',
];

/** What a failed call of SES means. Answers of a gateway, and none at all, leave it open whether the mail goes out. */
export function afterSes(error: unknown): Failure {
  const { name = '', message = '', code = '', $metadata } = error as Trace;
  const why = `${name} ${message}`.trim();
  const status = $metadata?.httpStatusCode ?? 0;
  if (REFUSED_BY_SES.includes(name)) return { outcome: 'refused', why, forGood: false };
  if ([name, code].some((each) => NEVER_CONNECTED.includes(each))) {
    return { outcome: 'not-now', why };
  }
  const isAnswered =
    (status >= 400 && status < 500 && status !== 408) || [500, 503].includes(status);
  return { outcome: isAnswered ? 'not-now' : 'uncertain', why };
}
