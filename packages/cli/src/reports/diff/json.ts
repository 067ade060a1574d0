/** A comparison as one document; `docs/review-schema.json` is its shape. */
import type { RuleChange, Span } from "@edict/review";
import type { Place } from "@edict/rulebook";
import { formatDate } from "@edict/rulebook";
import { caseText } from "./case-text.js";
import { replayRecord, tableRecord } from "./replay-record.js";
import { closedWords, coverWords } from "./closed-words.js";
import type { ClosedAccount, ComparedSide, DiffAccount, DiffReport } from "./report.js";
import { failsClosed, isProven, verdictOf } from "./report.js";
import { changeWords, spanWords } from "./span-words.js";

/** The version of the document's shape. */
const format = 1;

export const jsonDiff: DiffReport = (account, io) => {
  io.stdout.write(JSON.stringify(diffDocument(account), null, 2) + "\n");
};

/** The document as data. */
export function diffDocument({ base, head, review, tables, replay, closed }: DiffAccount): object {
  return {
    format,
    base: sideRecord(base),
    head: sideRecord(head),
    verdict: verdictOf({ review, tables, replay }),
    same: review.same,
    changes: review.changes.map(changeRecord),
    tables: tables.map(tableRecord),
    replay: replay === null ? null : replayRecord(replay),
    closed: closed === null ? null : closedRecord(closed),
  };
}

function closedRecord(closed: ClosedAccount): object {
  return {
    through: closed.through,
    fails: failsClosed(closed),
    changes: closed.changes.map((change) => ({
      rule: change.id,
      words: closedWords(change),
      spans: change.spans.map((span) => ({
        words: spanWords(span),
        verdict: span.verdict,
        days: daysRecord(span.days),
      })),
      says: daysRecord(change.says),
      named: change.named,
    })),
  };
}

function sideRecord({ name, commit }: ComparedSide): object {
  return { name, commit };
}

function changeRecord(change: RuleChange): object {
  const { id, kind, base, head, renamed, verdict, spans, says, causes, covers } = change;
  return {
    rule: id,
    kind,
    title: (head ?? base)?.title ?? "",
    renamed,
    verdict,
    words: changeWords(change),
    at: { base: placeOf(base?.at), head: placeOf(head?.at) },
    spans: spans.map((span) => spanRecord(change, span)),
    says,
    causes,
    covers: covers.map((cover) => ({
      kind: cover.kind,
      words: coverWords(cover),
      days: daysRecord([cover.days])[0],
      payers: cover.payers,
      settings: cover.settings,
    })),
  };
}

function placeOf(at: Place | undefined): Place | null {
  return at === undefined ? null : { file: at.file, line: at.line, column: at.column };
}

function daysRecord(days: Span["days"]): object[] {
  return days.map(({ first, last }) => ({
    from: first === -Infinity ? null : formatDate(first),
    to: last === Infinity ? null : formatDate(last),
  }));
}

function spanRecord(change: RuleChange, span: Span): object {
  const { days, payers, settings, verdict, base, head, byOthers, witnesses } = span;
  return {
    words: spanWords(span),
    days: daysRecord(days),
    payers,
    settings,
    verdict,
    proven: isProven(span),
    byOthers,
    base,
    head,
    cases: witnesses.map((witness) => {
      const { kind, text, ...found } = caseText(change, witness);
      return { kind, test: text, ...found };
    }),
  };
}
