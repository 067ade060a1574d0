// Days as whole numbers from 1970, and the days on which a department treats: no weekends, no holidays.

const MS = 86_400_000;

/** The day of a date such as `2026-03-02`. */
export const dayOf = (date) => Date.parse(date) / MS;

/** The date of a day. */
export const dateOf = (day) => new Date(day * MS).toISOString().slice(0, 10);

const holidays = new Set(
  ["2025-07-04", "2025-09-01", "2025-11-27", "2025-12-25", "2026-01-01", "2026-05-25"].map((date) => dayOf(date)),
);

const isOpen = (day) => {
  const weekday = new Date(day * MS).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
};

/** The day itself where the department is open, else the next on which it is. */
export function openDay(day) {
  let open = day;
  while (!isOpen(open)) open += 1;
  return open;
}

/** The open day so many open days later. */
export function later(day, count) {
  let at = openDay(day);
  for (let step = 0; step < count; step++) at = openDay(at + 1);
  return at;
}

/** So many open days from one on, one after the other, or every second one. */
export function openDays(from, count, step = 1) {
  const days = [openDay(from)];
  while (days.length < count) days.push(later(days.at(-1), step));
  return days;
}

/** The first day on which the codes of 2026 hold. */
export const codesOf2026 = dayOf("2026-01-01");
