import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestOf } from '../../../../shared/alert/messages/digest.ts';
import { subjectLine } from '../../../../shared/alert/messages/subject-line.ts';
import { messageId, tellsOfStep } from '../../../../shared/alert/messages/tells.ts';
import { ADDRESSES, act, digestAsk, episode } from './asks.ts';

describe('what people typed', () => {
  const nasty = '<img src=x onerror=alert(1)>&"\r\nBcc: x@example.org\u202e';
  const acts = [
    act({ act: 'assigned', to: nasty }),
    act({ act: 'acknowledged', by: nasty }),
    act({ act: 'chased', how: 'other', on: '2023-12-01', by: nasty }),
  ];
  const asleep = [act({ act: 'snoozed', until: '2024-01-08', reason: nasty, by: nasty })];
  const message = digestOf({
    ...digestAsk(
      [episode({ name: nasty, because: nasty, acts }), episode({ code: 'A81002', acts: asleep })],
      [episode({ code: 'A81003', name: nasty, closed: { on: '2023-12-01', words: nasty } })],
    ),
    cover: nasty,
  })!;

  test('is escaped in HTML wherever it stands', () => {
    expect(message.html).toContain('&lt;img src=x onerror=alert(1)&gt;&amp;&quot;');
    expect(message.html).not.toContain('<img');
  });

  test('breaks no line of the text, the subject or the title', () => {
    expect(message.text).toContain(
      '\n<img src=x onerror=alert(1)>&" Bcc: x@example.org (A81001)\n',
    );
    expect(`${message.text}${message.html}`).not.toMatch(/[\r\u202e]/);
    expect(message.subject).not.toContain('\n');
  });
});

describe('every mail', () => {
  const ask = { ...digestAsk([episode(), episode({ code: 'A81002' })]), links: ADDRESSES };
  const { html, text, unsubscribe } = digestOf(ask)!;

  test('stands alone: nothing is fetched and nothing runs', () => {
    expect(html).not.toMatch(/<(script|img|link|iframe|form)\b|url\(|@import|\son\w+=/i);
    expect(html).toContain('<html lang="en-GB">');
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html).toContain('<th scope="col">Open</th>');
    expect(html).toContain('<th scope="row">No progress</th>');
  });

  test('links each alert by its id, and leaves the address alone on the line in text', () => {
    expect(html).toContain(
      '<a href="https://rollout.example/alerts/A81001-stalled-1">A81001-stalled-1</a>',
    );
    expect(text).toMatch(
      /A81001-stalled-1:\s+https:\/\/rollout\.example\/alerts\/A81001-stalled-1\n/,
    );
  });

  test('says how to end it, by link where there is one', () => {
    expect(unsubscribe).toBe(ADDRESSES.unsubscribe);
    expect(html).toContain('href="https://rollout.example/end?s=one&amp;t=token"');
    expect(text).toContain('To end it: Unsubscribe: https://rollout.example/end?s=one&t=token\n');
  });

  test('has no line of text over 76 columns but for what cannot be broken', () => {
    const long = text.split('\n').filter((line) => line.length > 76 && /\S\s+\S/.test(line));
    expect(long).toEqual([]);
  });

  test('says of made-up practices that they are, in subject, text, HTML and data', () => {
    const madeUp = digestOf({ ...ask, madeUp: true })!;
    expect(madeUp.subject).toBe('Made-up data: 2 alerts in Example ICB (QHM): 2 new, 0 closed');
    expect(madeUp.text).toContain('\nMade-up data: no practice, patient or place');
    expect(madeUp.html).toContain('Made-up data: no practice, patient or place');
    expect(madeUp.json['madeUp']).toBe(true);
    expect(`${text}${html}`).not.toContain('Made-up data');
  });
});

describe('a subject', () => {
  test('is one line of at most 120 characters, whatever the name, and keeps what stands around it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.boolean(), (name, madeUp) => {
        const subject = subjectLine(['3 alerts in ', name, ': 1 new'], { madeUp });
        expect(subject.length).toBeLessThanOrEqual(120);
        expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        expect(subject.isWellFormed()).toBe(true);
        expect(subject.startsWith(`${madeUp ? 'Made-up data: ' : ''}3 alerts in `)).toBe(true);
        expect(subject.endsWith(': 1 new')).toBe(true);
      }),
    );
  });
});

describe('the id of a message', () => {
  const tells = ['A81001-stalled-1', 'A81002-stalled-1'].map((id) => tellsOfStep(id, 1));

  test('is the same for the same keys in any order, for ever', () => {
    expect(messageId('notice', 'one', tells)).toBe(messageId('notice', 'one', tells.toReversed()));
    expect(messageId('notice', 'one', tells)).toBe('notice-one-7439d6252c04147e');
  });

  test.each([
    ['another kind', messageId('reminder', 'one', tells)],
    ['another subscription', messageId('notice', 'two', tells)],
    ['one key more', messageId('notice', 'one', [...tells, tellsOfStep('A81002-stalled-1', 2)])],
  ])('is another for %s', (_, id) => {
    expect(id).not.toBe(messageId('notice', 'one', tells));
  });
});
