import { expect, test } from 'vitest';
import { deliver } from '../../../functions/alert/deliver.ts';
import { retryDue } from '../../../functions/alert/retry-due.ts';
import { smtpCarrier } from '../../../shared/store/mail-carrier.ts';
import { messageOf } from '../../shared/alert/deliveries.ts';
import { postOffice } from './post-office.ts';
import { refusal, smtpRoom } from './smtp-room.ts';

const FROM = { name: 'Record Access Rollout', address: 'alerts@rollout.example' };
const MESSAGES = ['one', 'unknown', 'two', 'busy', 'three', 'lost'].map((subscription, n) =>
  messageOf(n + 1, { subscription }),
);

test('of six mails to a real server one address is bad, one busy and one connection lost: the others arrive', async () => {
  let isBusy = true;
  const { port, taken } = await smtpRoom({
    onRcptTo({ address }, _, done) {
      if (address.startsWith('unknown')) return done(refusal(550, '5.1.1 no such user'));
      if (address.startsWith('busy') && isBusy) return done(refusal(450, '4.2.1 try later'));
      if (address.startsWith('lost')) return done(refusal(421, 'closing'));
      done();
    },
  });
  const { deps, pass } = postOffice(undefined, {
    carrier: smtpCarrier({ host: '127.0.0.1', port, ignoreTLS: true }, FROM),
  });
  const first = await deliver(deps, MESSAGES, 'evening');
  expect(first.messages.map(({ became }) => became)).toEqual([
    'sent',
    'refused',
    'sent',
    'waiting',
    'sent',
    'waiting',
  ]);
  expect([...(await deps.subscriptions.suppressed()).keys()]).toEqual(['unknown@icb.example']);
  isBusy = false;
  pass(5);
  await Promise.all([retryDue(deps, 'retry'), deliver(deps, MESSAGES, 'again')]);
  expect(taken.map(({ to }) => to[0]).sort()).toEqual([
    'busy@icb.example',
    'one@icb.example',
    'three@icb.example',
    'two@icb.example',
  ]);
  expect(new Set(taken.map(({ mail }) => mail.messageId)).size).toBe(4);
});
