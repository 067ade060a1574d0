/**
 * The reference evaluator: what `language.md` and the rulings say, as plainly as they say it. It has no index and no
 * cleverness, on purpose: the engine is held against it (`test/properties/README.md`).
 */
import type { Cell, Check, Finding, NotEvaluated, Rule, RuleAccount, Rulebook } from "@edict/rulebook";
import { compareBytes } from "@edict/rulebook";
import type { Book, Row } from "./book.js";
import { bookOf } from "./book.js";
import { chosen } from "./choices.js";
import { raisedByCompanion } from "./companion.js";
import { lastLines, leftOut, raisedByCount } from "./count.js";
import type { Patient } from "./episodes.js";
import { patientOf } from "./episodes.js";
import { findingOf } from "./findings.js";
import { raisedByLine } from "./line.js";
import type { Line, PlainFile, PlainLine } from "./lines.js";
import { patientsOf } from "./lines.js";
import { missingColumns } from "./needs.js";
import type { Question, Raised } from "./raised.js";
import { rowsFor, unusableRows } from "./table-rows.js";
import type { Version } from "./versions.js";
import { isUnder, reachesWithoutRow, versionsOf } from "./versions.js";

export interface ReferenceInput {
  readonly rulebook: Rulebook;
  /** In the order of the input. */
  readonly lines: readonly PlainLine[];
  readonly files: readonly PlainFile[];
  /** Rows of the tables that stand in files, by the table's name. */
  readonly tables: ReadonlyMap<string, readonly (readonly Cell[])[]>;
}

export interface ReferenceAccount {
  readonly findings: readonly Finding[];
  /** The check behind each finding, so that one can see which kinds of checks were tried. */
  readonly checks: readonly Check[];
  readonly notEvaluated: readonly NotEvaluated[];
  readonly rules: readonly RuleAccount[];
}

/** A finding with what it is sorted by. */
interface Sorted {
  readonly finding: Finding;
  readonly check: Check;
  readonly subject: Line;
}

/** Findings in the order of patient, date, input, rule; rules by the bytes of their id. */
export function referenceEvaluate({ rulebook, lines, files, tables }: ReferenceInput): ReferenceAccount {
  const book = bookOf(rulebook, tables);
  const rules = [...rulebook.rules].sort((left, right) => compareBytes(left.id, right.id));
  const lacking = rules.map((rule) => ({ rule: rule.id, needs: missingColumns(rule.needs, files) }));
  const notEvaluated = lacking.filter(({ needs }) => needs.length > 0);
  const evaluated = rules.filter((rule) => !notEvaluated.some((lack) => lack.rule === rule.id));
  const patients = patientsOf(lines).map((own) => patientOf(book, own));
  const found = patients.map((patient) => evaluated.map((rule) => judge(rule, patient, book)));
  const sorted = found.flatMap((byRule) =>
    byRule
      .flatMap(({ findings }) => findings)
      .sort((a, b) => a.subject.day - b.subject.day || a.subject.order - b.subject.order),
  );
  return {
    findings: sorted.map(({ finding }) => finding),
    checks: sorted.map(({ check }) => check),
    notEvaluated,
    rules: rules.map((rule) => {
      const at = evaluated.indexOf(rule);
      if (at === -1) return { rule: rule.id, subjects: 0, findings: 0, outsideEpisodes: 0, unusableRows: 0 };
      return accountOf(
        rule,
        book,
        found.map((byRule) => byRule[at] ?? nothing),
      );
    }),
  };
}

/** What one rule says of one patient. */
interface Judgement {
  readonly findings: readonly Sorted[];
  readonly subjects: number;
  readonly outsideEpisodes: number;
}

const nothing: Judgement = { findings: [], subjects: 0, outsideEpisodes: 0 };

/** Version by version, row by row, check by check: the first that raises a finding on a line gives it (rulings 11, 13, 39). */
function judge(rule: Rule, patient: Patient, book: Book): Judgement {
  const findings = new Map<Line, Sorted>();
  const subjects = new Set<Line>();
  const outside = new Set<Line>();
  for (const version of versionsOf(rule)) {
    const { clauses } = version;
    for (const row of rowsFor(clauses, book)) {
      const underThis = (line: Line): boolean => isUnder(version, rule, line, row, book);
      for (const check of clauses.checks) {
        const question = { book, patient, clauses, row, check, isUnder: underThis };
        for (const raised of raisedBy(question)) {
          if (!findings.has(raised.subject))
            findings.set(raised.subject, sortedOf(book, rule, version, row, check, raised));
        }
        for (const line of lookedAt(question)) subjects.add(line);
        if (check.kind === "count") for (const line of leftOut({ ...question, check })) outside.add(line);
      }
    }
  }
  return { findings: [...findings.values()], subjects: subjects.size, outsideEpisodes: outside.size };
}

function sortedOf(book: Book, rule: Rule, version: Version, row: Row | null, check: Check, raised: Raised): Sorted {
  return { finding: findingOf(book, rule, version, row, raised), check, subject: raised.subject };
}

function raisedBy(question: Question<Check>): Raised[] {
  const { check } = question;
  switch (check.kind) {
    case "line":
      return raisedByLine({ ...question, check });
    case "companion":
      return raisedByCompanion({ ...question, check });
    case "count":
      return raisedByCount({ ...question, check });
  }
}

/** The subject lines that a check chose and that passed `for`, `in` and `effective` (ruling 42). */
function lookedAt(question: Question<Check>): Line[] {
  const { book, clauses, isUnder } = question;
  return chosenBy(question).filter((line) => isUnder(line) && reachesWithoutRow(clauses, line, book));
}

function chosenBy(question: Question<Check>): Line[] {
  const { book, patient, row, check } = question;
  switch (check.kind) {
    case "line":
      return chosen(check.pick, check.subject, null, patient, row, book);
    case "companion":
      return chosen(check.pick, check.subject, check.scope.episode, patient, row, book);
    case "count":
      if (check.finds === "fewer") return lastLines({ ...question, check });
      return chosen("each", check.subject, null, patient, row, book);
  }
}

function accountOf(rule: Rule, book: Book, judgements: readonly Judgement[]): RuleAccount {
  const sum = (of: (judgement: Judgement) => number): number => judgements.reduce((total, one) => total + of(one), 0);
  return {
    rule: rule.id,
    subjects: sum(({ subjects }) => subjects),
    findings: sum(({ findings }) => findings.length),
    outsideEpisodes: sum(({ outsideEpisodes }) => outsideEpisodes),
    unusableRows: new Set(versionsOf(rule).flatMap(({ clauses }) => unusableRows(clauses, book))).size,
  };
}
