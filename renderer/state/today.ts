// Today's date at this place. The window may stay open past midnight, or sleep for days: whatever shows or proposes the date follows.
import { useEffect, useRef, useState } from 'react';
import { type CalendarDate, calendarDate, FIRST_DAY, isCalendarDate, LAST_DAY } from '@domain/units.ts';
import { createStore, useSelected } from './store.ts';

type Days = {
  /** Today, as main gave it at the start, until this window's clock shows another day. */
  readonly today: CalendarDate;
  /** The day of this window's own clock when it was last read. */
  readonly looked: CalendarDate;
};

const LOOKED = localDay(new Date());
const store = createStore<Days>({ today: LOOKED, looked: LOOKED });
/** How often the clock is read, in milliseconds. The timer also continues after the computer wakes up. */
const LOOK_EVERY_MS = 20_000;

/** @returns the date at this moment, for what is done now */
export function today(): CalendarDate {
  return daysNow().today;
}

/** @returns today; components that use it are redrawn when the day changes. */
export function useToday(): CalendarDate {
  return useSelected(store, (days) => days.today);
}

/** Calls `onChange` when the day changes, so that a component can propose the new day where it proposed the day before. */
export function useDayChange(onChange: (before: CalendarDate, now: CalendarDate) => void): void {
  const now = useToday();
  const before = useRef(now);
  useEffect(() => {
    if (before.current === now) return;
    onChange(before.current, now);
    before.current = now;
  });
}

/** A day to be typed: `known`, or else today, which follows the clock until another day is typed. */
export function useDayFromToday(known?: CalendarDate): readonly [CalendarDate | null, (day: CalendarDate | null) => void] {
  const [day, setDay] = useState<CalendarDate | null>(known ?? today());
  useDayChange((before, now) => setDay((held) => (known === undefined && held === before ? now : held)));
  return [day, setDay];
}

/** @param told today as given by main, whose clock is the one that counts */
export function beginToday(told: CalendarDate): void {
  store.set({ today: told, looked: localDay(new Date()) });
}

/** Reads the clock at regular intervals, and whenever the user comes back to the window. */
export function followToday(): void {
  setInterval(look, LOOK_EVERY_MS);
  window.addEventListener('focus', look);
  document.addEventListener('visibilitychange', look);
}

function look(): void {
  const days = daysNow();
  if (days !== store.get()) store.set(days);
}

function daysNow(): Days {
  const looked = localDay(new Date());
  return looked === store.get().looked ? store.get() : { today: looked, looked };
}

/** @returns the day of a clock, or the nearest one that Tierce can handle. */
function localDay(date: Date): CalendarDate {
  const day = [
    String(date.getFullYear()).padStart(4, '0'),
    String(date.getMonth() + 1).padStart(2, '0'),
    String(date.getDate()).padStart(2, '0'),
  ].join('-');
  return isCalendarDate(day) ? calendarDate(day) : date.getFullYear() < 2000 ? FIRST_DAY : LAST_DAY;
}
