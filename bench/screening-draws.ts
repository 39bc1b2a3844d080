import type { Random } from '../local/sample/random.ts';
import { person } from './screening-people.ts';

// Made-up contents of cells and lines that are no patient data.

export const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.between(0, 9)).join('');
export const code = (random: Random): string =>
  random.pick([...'ABCDEFGHJKLMNPY']) + digits(random, 5);
export const count = (random: Random, most: number): string => String(random.between(0, most));
export const recent = (random: Random): string =>
  `${String(random.between(1, 28)).padStart(2, '0')}/${String(random.between(1, 12)).padStart(2, '0')}/${random.between(2022, 2024)}`;
export const compact = (random: Random): string =>
  `${random.between(1948, 2020)}0${random.between(1, 9)}${random.between(10, 28)}`;
/** As a spreadsheet leaves it: a number, its first 0 gone. */
export const landline = (random: Random): string =>
  random.pick(['1', '1', '1', '2', '3']) + digits(random, 9);
export const mobile = (random: Random): string => `7${digits(random, 9)}`;
export const telephone = (random: Random): string =>
  random.pick([
    landline(random),
    landline(random),
    mobile(random),
    `0${landline(random)}`,
    `01632 96${digits(random, 4)}`,
    `0191 ${digits(random, 3)} ${digits(random, 4)}`,
    `+44 ${mobile(random)}`,
    `07${digits(random, 3)} ${digits(random, 6)}`,
    `0${landline(random)} / 0${mobile(random)}`,
  ]);
export const lead = (random: Random): string => `Dr ${person(random).join(' ')}`;

export function hex(random: Random, length: number): string {
  return Array.from({ length }, () => random.pick([...'0123456789abcdef'])).join('');
}

export function guid(random: Random): string {
  return [8, 4, 4, 4, 12].map((length) => hex(random, length)).join('-');
}
