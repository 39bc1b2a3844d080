import { type Day, longDay } from '../../calendar/day.ts';
import type { Fact, FactOf } from '../../evidence/fact.ts';

/** What a fact says, in a few plain words with its day: no names of people, no counts of people. */
export function factInShort(fact: Fact): string {
  const said = longDay(fact.asAt);
  switch (fact.kind) {
    case 'default-access':
      return `${extractOf(fact)} shows default access ${fact.values.on ? 'on' : 'off'}`;
    case 'switch-on-booked':
      return `${extractOf(fact)} gives ${longDay(fact.values.on)} as the switch-on date`;
    case 'access-counts':
      return `${extractOf(fact)} gives the accounts and codes behind it`;
    case 'pause-letter':
      return letterInShort(fact);
    case 'dpia':
      return `DPIA ${dated('of', fact.values.completedOn, fact.asAt)}`;
    case 'opt-in-step':
      return `${STEPS[fact.values.step]} on ${longDay(fact.values.on)}`;
    case 'plan':
      return `Plan ${dated('agreed on', fact.values.agreedOn, fact.asAt)}`;
    case 'bulk-104':
      return `Bulk coding with 104 ${dated('on', fact.values.doneOn, fact.asAt)}`;
    case 'declared-status':
      return `Its own word as at ${said}: ${spaced(fact.values.status)}`;
    case 'review':
      return `Review of ${said}: a document was judged ${spaced(fact.values.judgement)}`;
    case 'exemption':
      return `Exemption from ${longDay(fact.effectiveOn)} to ${longDay(fact.values.endsOn)}`;
    case 'listing':
      return `Register of ${said}: ${fact.values.status}${closing(fact)}`;
    case 'membership':
      return `Practice map of ${said}`;
    case 'list-size':
      return `List of ${said}`;
    case 'succession':
      return `Merger as at ${said}`;
    case 'reply':
    case 'retraction':
      return `Word of ${said}`;
    default:
      return fact satisfies never;
  }
}

const STEPS: Readonly<Record<FactOf<'opt-in-step'>['values']['step'], string>> = {
  advertised: 'Opt-in advertised',
  'website-updated': 'Website updated for opt-in',
  'icb-told': 'ICB told of opt-in',
};

function extractOf({
  asAt,
  values,
}: FactOf<'default-access' | 'switch-on-booked' | 'access-counts'>) {
  const whose = values.supplier === 'other' ? 'Another supplier' : values.supplier;
  return `${whose}’s extract of ${longDay(asAt)}`;
}

function letterInShort({ asAt, values }: FactOf<'pause-letter'>): string {
  const to = values.to === null || values.to === 'other' ? 'its supplier' : values.to;
  if (values.withdrawnOn !== null) return `Letter withdrawn on ${longDay(values.withdrawnOn)}`;
  if (values.sentOn === null) return `Letter spoken of as at ${longDay(asAt)}, undated`;
  return `Letter to ${to}, sent on ${longDay(values.sentOn)}`;
}

function closing({ values }: FactOf<'listing'>): string {
  return values.closedOn === null ? '' : `, closed on ${longDay(values.closedOn)}`;
}

function dated(how: string, on: Day | null, asAt: Day): string {
  return on === null ? `as at ${longDay(asAt)}` : `${how} ${longDay(on)}`;
}

function spaced(word: string): string {
  return word.replaceAll('-', ' ');
}
