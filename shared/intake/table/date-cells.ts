import { type Day, londonDay, longDay } from '../../calendar/day.ts';
import type { ReadContext } from '../read-result.ts';
import { type BritishDate, parseBritishDate } from './british-date.ts';
import { bad, type CellRead, type CellReader, remembered, unlessEmpty } from './cells.ts';

/** A day with its London time (HH:MM), where one was given. */
export type Moment = { readonly day: Day; readonly time: string | null };

/** Online record access is younger than this: an earlier day is a slip, or a filler that a system writes. */
const EARLIEST = '2000-01-01';

function dayOf(read: BritishDate & { ok: true }, latest: Day | null): CellRead<Moment> {
  if (latest !== null && read.day > latest) {
    return bad(
      `is in the future: ${longDay(read.day)} is after the day on which the file was received, ${longDay(latest)}`,
      `Check the day, month and year; write a day that has been, such as ${longDay(latest)}, or send it once it has happened.`,
    );
  }
  // Spreadsheets write midnight where no time was given.
  const time = read.time === undefined || read.time === '00:00' ? null : read.time;
  return { ok: true, value: { day: read.day, time } };
}

function momentCell(latest: Day | null): CellReader<Moment | null> {
  const read = unlessEmpty((text): CellRead<Moment> => {
    const date = parseBritishDate(text);
    if (!date.ok) return date;
    if (date.day >= EARLIEST) return dayOf(date, latest);
    return bad(
      `is too long ago: ${longDay(date.day)}`,
      'Check the year; write it with four digits, such as 04/03/2023.',
    );
  });
  return remembered(read);
}

function onlyDay(read: CellReader<Moment | null>): CellReader<Day | null> {
  return remembered((text): CellRead<Day | null> => {
    const cell = read(text);
    return cell.ok ? { ...cell, value: cell.value?.day ?? null } : cell;
  });
}

/** A day that has been: none after the London day of receipt. */
export function pastDayCell(context: ReadContext): CellReader<Day | null> {
  return onlyDay(momentCell(londonDay(context.receivedAt)));
}

/** A day that has been, with its time where the cell gives one. */
export function pastMomentCell(context: ReadContext): CellReader<Moment | null> {
  return momentCell(londonDay(context.receivedAt));
}

/** A day that may still be to come, such as a target or a review. */
export function anyDayCell(): CellReader<Day | null> {
  return onlyDay(momentCell(null));
}

/** Like `read`, but a day before 2000 is a filler (EMIS shows free text "from 01-Jan-1900") and counts as not given. */
export function unlessFiller(read: CellReader<Day | null>): CellReader<Day | null> {
  return remembered((text) => {
    const date = text === '' ? undefined : parseBritishDate(text);
    if (date === undefined || !date.ok || date.day >= EARLIEST) return read(text);
    return {
      ok: true,
      value: null,
      warning: `${longDay(date.day)} is a filler that systems write where no date was set: it was read as not given`,
    };
  });
}
