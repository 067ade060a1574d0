/** The third kernel: how much is there in a group, against an allowance? `limit` finds more, `expect` finds fewer. */
import type { CountCheck } from "@edict/rulebook";
import { allowed } from "./allowance.js";
import { isOneOf } from "./choices.js";
import { isLeftOut, standsWith } from "./groups.js";
import type { Line } from "./lines.js";
import { byDateThenInput } from "./lines.js";
import { measured } from "./measures.js";
import type { Question, Raised } from "./raised.js";
import { passes } from "./versions.js";

/** `limit` and `expect`. */
export function raisedByCount(question: Question<CountCheck>): Raised[] {
  if (question.check.finds === "fewer") return raisedByExpect(question);
  return question.check.allLines ? raisedByLimitOnAllLines(question) : raisedByLimit(question);
}

/** The lines whose running total, they included, is past the allowance (rulings 5, 7 and 45). */
function raisedByLimit(question: Question<CountCheck>): Raised[] {
  const counted = countedByLimit(question);
  return counted.flatMap((subject) => {
    const running = counted.filter(
      (line) => standsTogether(question, subject, line) && byDateThenInput(line, subject) <= 0,
    );
    const [count, most] = [measured(question.check.measure, running), allowance(question, subject)];
    const before = running.filter((line) => line !== subject);
    return count > most ? [{ subject, others: before.slice(-10), days: null, count, allowed: most }] : [];
  });
}

/** Every line of a group that went past; of windows, with what the first that went past and holds the line says. */
function raisedByLimitOnAllLines(question: Question<CountCheck>): Raised[] {
  const counted = countedByLimit(question);
  return counted.flatMap((subject) => {
    for (const end of counted.filter((line) => standsTogether(question, line, subject))) {
      const group = counted.filter((line) => standsTogether(question, end, line));
      const [count, most] = [measured(question.check.measure, group), allowance(question, end)];
      const others = group.filter((line) => line !== subject).slice(0, 10);
      if (count > most) return [{ subject, others, days: null, count, allowed: most }];
    }
    return [];
  });
}

/** The last B line of a group, or where there is no ratio its last A line, where there are too few As (ruling 6). */
function raisedByExpect(question: Question<CountCheck>): Raised[] {
  const { book, patient, clauses, row, check, isUnder } = question;
  return lastLines(question)
    .filter((subject) => isUnder(subject) && passes(clauses, subject, row, book))
    .flatMap((subject) => {
      const counted = patient.lines
        .filter((line) => isUnder(line) && isOneOf(check.subject, line, row, book))
        .filter((line) => standsTogether(question, subject, line));
      const [count, most] = [measured(check.measure, counted), allowance(question, subject)];
      const others = counted.filter((line) => line !== subject).slice(0, 10);
      return count < most ? [{ subject, others, days: null, count, allowed: most }] : [];
    });
}

/** Of each group the last line that an `expect` may speak of, chosen among all lines (ruling 27). */
export function lastLines(question: Question<CountCheck>): Line[] {
  const { book, patient, row, check } = question;
  const choice = check.allowance.forEvery?.lines ?? check.subject;
  const candidates = patient.lines.filter((line) => isOneOf(choice, line, row, book));
  return candidates
    .filter((line) => !isLeftOut(check.per, patient, line))
    .filter((line) =>
      candidates.every((later) => byDateThenInput(later, line) <= 0 || !standsTogether(question, line, later)),
    );
}

/** Lines of A that `per EPISODE` leaves out: of a `limit` those that passed, of an `expect` all (ruling 43). */
export function leftOut(question: Question<CountCheck>): Line[] {
  const { book, patient, row, check, isUnder } = question;
  const counted =
    check.finds === "more"
      ? passing(question)
      : patient.lines.filter((line) => isUnder(line) && isOneOf(check.subject, line, row, book));
  return counted.filter((line) => isLeftOut(check.per, patient, line));
}

function countedByLimit(question: Question<CountCheck>): Line[] {
  return passing(question).filter((line) => !isLeftOut(question.check.per, question.patient, line));
}

/** The As that this version of the rule judges and whose clauses hold; only those are counted by a `limit`. */
function passing({ book, patient, clauses, row, check, isUnder }: Question<CountCheck>): Line[] {
  return patient.lines
    .filter((line) => isOneOf(check.subject, line, row, book))
    .filter((line) => isUnder(line) && passes(clauses, line, row, book));
}

/** The group of a line: of a window, the one that ends on the line's day. */
function standsTogether({ check, patient }: Question<CountCheck>, line: Line, other: Line): boolean {
  return standsWith(check.per, patient, line, other);
}

function allowance({ book, patient, row, check }: Question<CountCheck>, line: Line): number {
  const standing = patient.lines.filter((other) => standsWith(check.per, patient, line, other));
  return allowed(check.allowance, standing, row, book);
}
