/** Is a value in a set? Items that are bounded in time hold by the date of the line whose value it is (ruling 3, 41). */
import type { CodeChoice, CodeSpan, DiagnosisSpan, IsoDate, ModifierSpan } from "@edict/rulebook";
import { codeOrdinal, compareBytes } from "@edict/rulebook";
import type { Book, Row } from "./book.js";
import { cellText } from "./book.js";
import { withoutDot } from "./fields.js";
import type { Line } from "./lines.js";

/** What a choice of codes, diagnoses or modifiers is made of. */
interface Source<Span> {
  readonly sets: readonly string[];
  readonly spans: readonly Span[];
  readonly columns: readonly string[];
}

/** True where a line's code is in a choice. */
export function inChoice(choice: CodeChoice, line: Line, row: Row | null, book: Book): boolean {
  const except = choice.except;
  if (except !== null && codeIn(except, line.code, line.date, row, book)) return false;
  return choice.any || codeIn(choice, line.code, line.date, row, book);
}

/** True where a code is among those named. */
export function codeIn(source: Source<CodeSpan>, code: string, date: IsoDate, row: Row | null, book: Book): boolean {
  const spans = [...source.spans, ...spansOf(book.rulebook.codes, source.sets)];
  if (spans.some((span) => holdsOn(span, date) && isBetween(code, span))) return true;
  return source.columns.some((column) => cellText(row, column) === code);
}

/** A diagnosis covers itself and everything more specific; so does a cell. */
export function diagnosisIn(
  source: Source<DiagnosisSpan>,
  diagnosis: string,
  date: IsoDate,
  row: Row | null,
  book: Book,
): boolean {
  const spans = [...source.spans, ...spansOf(book.rulebook.diagnoses, source.sets)];
  const covers = ({ first, before }: DiagnosisSpan): boolean =>
    compareBytes(first, diagnosis) <= 0 && compareBytes(diagnosis, before) < 0;
  if (spans.some((span) => holdsOn(span, date) && covers(span))) return true;
  return source.columns.some((column) => {
    const cell = cellText(row, column);
    return cell !== null && diagnosis.startsWith(withoutDot(cell));
  });
}

/** True where a modifier is among those named. */
export function modifierIn(
  source: Source<ModifierSpan>,
  modifier: string,
  date: IsoDate,
  row: Row | null,
  book: Book,
): boolean {
  const spans = [...source.spans, ...spansOf(book.rulebook.modifiers, source.sets)];
  if (spans.some((span) => holdsOn(span, date) && span.modifier === modifier)) return true;
  return source.columns.some((column) => cellText(row, column) === modifier);
}

function isBetween(code: string, { first, last }: CodeSpan): boolean {
  const [own, from, to] = [codeOrdinal(code), codeOrdinal(first), codeOrdinal(last)];
  if (own === null || from === null || to === null || own.shape !== from.shape) return false;
  return from.ordinal <= own.ordinal && own.ordinal <= to.ordinal;
}

function holdsOn(item: { readonly from: IsoDate | null; readonly until: IsoDate | null }, date: IsoDate): boolean {
  return (item.from === null || item.from <= date) && (item.until === null || date <= item.until);
}

function spansOf<Span>(
  declared: readonly { readonly name: string; readonly spans: readonly Span[] }[],
  names: readonly string[],
): Span[] {
  return declared.filter(({ name }) => names.includes(name)).flatMap(({ spans }) => spans);
}
