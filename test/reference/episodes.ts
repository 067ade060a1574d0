/** Which episode does each line of a patient belong to (`language.md` section 3; ruling 2: netted lines are gone by now)? */
import type { Episode } from "@edict/rulebook";
import { addDuration } from "@edict/rulebook";
import type { Book } from "./book.js";
import type { Line } from "./lines.js";
import { inChoice } from "./sets.js";

/** First and last day of an episode, both within. */
interface Span {
  first: number;
  last: number;
}

/** A patient: the lines in date and input order, and for each episode's name the number of the one that a line is in. */
export interface Patient {
  readonly lines: readonly Line[];
  readonly episodes: ReadonlyMap<string, ReadonlyMap<Line, number>>;
}

/** Forms the episodes of a patient. */
export function patientOf(book: Book, lines: readonly Line[]): Patient {
  const episodes = new Map(
    book.rulebook.episodes.map((episode) => {
      const spans = spansOf(
        episode,
        lines.filter((line) => inChoice(episode.codes, line, null, book)),
      );
      const within = lines.flatMap((line): [Line, number][] => {
        const number = spans.findIndex(({ first, last }) => first <= line.day && line.day <= last);
        return number === -1 ? [] : [[line, number]];
      });
      return [episode.name, new Map(within)];
    }),
  );
  return { lines, episodes };
}

/** The number of the episode that a line is in; null for a line in none. */
export function episodeOf(patient: Patient, name: string, line: Line): number | null {
  return patient.episodes.get(name)?.get(line) ?? null;
}

function spansOf({ ends }: Episode, lines: readonly Line[]): Span[] {
  const spans: Span[] = [];
  for (const { day } of lines) {
    const running = spans.at(-1);
    switch (ends.kind) {
      case "idle":
        if (running !== undefined && day <= addDuration(running.last, ends.after, 1)) running.last = day;
        else spans.push({ first: day, last: day });
        break;
      case "lasts":
        if (running === undefined || day > running.last) {
          spans.push({ first: day, last: addDuration(day, ends.length, 1) - 1 });
        }
        break;
    }
  }
  return spans;
}
