/**
 * One set of clauses of a rule in one form: what it finds (`finds`), and what it then says (`says`). Where a line must
 * stand for it to be looked at is not here: `cells` asks that of each payer, setting and date.
 */
import type {
  Allowance,
  Amount,
  Check,
  Clauses,
  Effective,
  Group,
  Lines,
  Measure,
  Outcome,
  Pick,
  Suggestion,
} from "@edict/rulebook";
import type { Book, NormalCodes, NormalEpisode } from "./book.js";
import type { NormalCondition } from "./condition.js";
import { always, never, normalCondition } from "./condition.js";
import { sorted } from "./patterns.js";
import type { RowsId } from "./rows.js";
import { columnsNeeded, columnsRead } from "./rows.js";
import type { Length, NormalScope } from "./scope.js";
import { lengthOf, normalScope } from "./scope.js";

export interface NormalClauses {
  readonly finds: NormalFinds;
  readonly says: NormalSays;
}

export interface NormalFinds {
  /** Of the rule's table, what the rule reads. */
  readonly rows: RowsId | null;
  /** Columns without which a row is passed over. */
  readonly needed: readonly string[];
  readonly checks: readonly NormalCheck[];
  readonly when: NormalCondition;
  readonly unless: NormalCondition;
  /** Bounds that stand in the row. */
  readonly rowDates: { readonly from: string | null; readonly to: string | null };
}

export interface NormalSays {
  readonly outcome: Outcome;
  readonly suggest: Suggestion | null;
  readonly because: readonly { readonly authority: unknown; readonly detail: string | null }[];
}

export interface NormalLines {
  readonly codes: NormalCodes;
  readonly having: NormalCondition;
}

export type NormalCheck =
  | {
      readonly kind: "line";
      readonly pick: Pick;
      readonly subject: NormalLines;
      /** What is not found; never, where every line is. */
      readonly requires: NormalCondition;
    }
  | {
      readonly kind: "companion";
      readonly pick: Pick;
      readonly subject: NormalLines;
      readonly companion: NormalLines;
      readonly scope: NormalScope;
      /** Found where so much or more, or where less than so much, stands in scope. One day where no number is said. */
      readonly finds: { readonly kind: "at-least" | "fewer-than"; readonly amount: Amount; readonly measure: Measure };
    }
  | {
      readonly kind: "count";
      readonly finds: "more" | "fewer";
      readonly subject: NormalLines;
      readonly measure: Measure;
      readonly allowance: NormalAllowance;
      readonly per: NormalGroup;
      readonly allLines: boolean;
    };

export interface NormalAllowance {
  readonly amount: Amount;
  readonly forEvery: {
    readonly amount: Amount;
    readonly measure: Measure;
    readonly lines: NormalLines;
    readonly remainder: Amount | null;
    readonly atLeast: Amount;
  } | null;
}

export interface NormalGroup {
  readonly by:
    | { readonly kind: "line" | "day" | "claim" | "patient" }
    | { readonly kind: "episode"; readonly episode: NormalEpisode }
    | { readonly kind: "window"; readonly length: Length };
  readonly and: readonly string[];
}

export function normalClauses(clauses: Clauses, book: Book): NormalClauses {
  const { table, checks, when, unless, outcome, suggest, because, effective } = clauses;
  // What a message or a suggestion shows of the row finds nothing.
  const read = columnsRead([checks, when, unless, effective]);
  return {
    finds: {
      rows: table === null ? null : book.rows(table, read),
      needed: table === null ? [] : columnsNeeded([checks, when, unless]),
      checks: checks.map((check) => normalCheck(check, book)),
      when: when === null ? always : normalCondition(when, book),
      unless: unless === null ? never : normalCondition(unless, book),
      rowDates: rowDates(effective),
    },
    says: {
      outcome,
      suggest,
      because: because.map(({ authority, detail }) => {
        const declared = book.rulebook.authorities.find(({ name }) => name === authority);
        return { authority: declared && [declared.title, declared.version, declared.url], detail };
      }),
    },
  };
}

function normalCheck(check: Check, book: Book): NormalCheck {
  const subject = normalLines(check.subject, book);
  switch (check.kind) {
    case "line":
      return {
        kind: "line",
        pick: check.pick,
        subject,
        requires: check.requires === null ? never : normalCondition(check.requires, book),
      };
    case "companion": {
      const { finds } = check;
      const one = { kind: "number", value: 1 } as const;
      return {
        kind: "companion",
        pick: check.pick,
        subject,
        companion: normalLines(check.companion, book),
        scope: normalScope(check.scope, book),
        finds:
          finds.kind === "present" || finds.kind === "absent"
            ? { kind: finds.kind === "present" ? "at-least" : "fewer-than", amount: one, measure: "days" }
            : { ...finds, measure: isOneLine(finds) ? "days" : finds.measure },
      };
    }
    case "count":
      return {
        kind: "count",
        finds: check.finds,
        subject,
        measure: check.measure,
        allowance: normalAllowance(check.allowance, book),
        per: normalGroup(check.per, book),
        allLines: check.allLines,
      };
  }
}

/** One line is one day. */
function isOneLine({ amount, measure }: { readonly amount: Amount; readonly measure: Measure }): boolean {
  return measure === "lines" && amount.kind === "number" && amount.value === 1;
}

function normalLines({ codes, having }: Lines, book: Book): NormalLines {
  return { codes: book.choice(codes), having: having === null ? always : normalCondition(having, book) };
}

function normalAllowance({ amount, forEvery }: Allowance, book: Book): NormalAllowance {
  if (forEvery === null) return { amount, forEvery };
  return {
    amount,
    forEvery: {
      amount: forEvery.amount,
      measure: forEvery.measure,
      lines: normalLines(forEvery.lines, book),
      remainder: forEvery.remainder,
      atLeast: forEvery.atLeast ?? { kind: "number", value: 0 },
    },
  };
}

function normalGroup({ by, and }: Group, book: Book): NormalGroup {
  const fields = sorted(and);
  switch (by.kind) {
    case "line":
    case "day":
    case "claim":
    case "patient":
      return { by: { kind: by.kind }, and: fields };
    case "episode":
      return { by: { kind: "episode", episode: book.episode(by.episode) }, and: fields };
    case "window":
      return { by: { kind: "window", length: lengthOf(by.length) }, and: fields };
  }
}

function rowDates(effective: Effective | null): NormalFinds["rowDates"] {
  const column = (bound: Effective["from"]): string | null => (bound?.kind === "row" ? bound.column : null);
  return { from: column(effective?.from ?? null), to: column(effective?.to ?? null) };
}
