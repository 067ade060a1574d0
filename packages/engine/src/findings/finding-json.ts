/**
 * Findings as lines of JSON, straight from the columns: byte for byte what `JSON.stringify` writes of the finding as an
 * object. What a rule says of itself is rendered once for a run.
 */
import type { Charges, Suggestion } from "@edict/rulebook";
import { fromExact } from "../plan/exact.js";
import type { VersionPlan } from "../plan/rule-plan.js";
import { suggestionOf } from "./finding.js";
import type { Piece } from "./json-bytes.js";
import { innerPiece, JsonBytes, piece, valuePiece } from "./json-bytes.js";
import type { PlainPlaceholder } from "./line-json.js";
import { isPlain, LineJson } from "./line-json.js";
import { messageOf } from "./message.js";
import type { Raised } from "./raised.js";

/** So many bytes are collected before they are handed over. */
const enough = 1 << 20;

export class FindingJson {
  private readonly out = new JsonBytes(enough + (1 << 16));
  private readonly lines = new LineJson(this.out);
  /** By the place of the rule, and within it of the version: each where it came last, since there may be two plans. */
  private readonly known: VersionPieces[][] = [];

  /** `write` takes whole lines; the bytes are written over after it returns. */
  constructor(private readonly write: (bytes: Uint8Array) => void) {}

  /** Writes the findings of one patient. */
  patient(findings: readonly Raised[], charges: Charges): void {
    const { lines, out } = this;
    lines.take(charges);
    for (const raised of findings) {
      this.finding(raised, charges);
      if (out.length < enough) continue;
      this.flush();
      lines.forget();
    }
  }

  /** Hands over what is waiting. */
  flush(): void {
    const { out } = this;
    if (out.length > 0) this.write(out.bytes.subarray(0, out.length));
    out.length = 0;
  }

  private finding(raised: Raised, charges: Charges): void {
    const { out, lines } = this;
    const { line, others, row, count, allowed } = raised;
    const pieces = this.piecesOf(raised);
    out.put(pieces.before);
    if (pieces.message === null) out.inner(messageOf(raised, charges));
    else {
      for (const part of pieces.message) {
        if (typeof part === "string") lines.placeholder(part, raised);
        else out.put(part);
      }
    }
    out.put(afterMessage);
    lines.line(line);
    out.put(beforeOthers);
    lines.list(others);
    if (pieces.end !== null && row < 0 && count === null && allowed === null) {
      out.put(pieces.end);
      return;
    }
    out.put(afterOthers);
    // The header is row 1.
    out.numberOrNull(row < 0 ? null : row + 2);
    out.put(beforeCount);
    out.numberOrNull(count === null ? null : fromExact(count));
    out.put(beforeAllowed);
    out.numberOrNull(allowed === null ? null : fromExact(allowed));
    out.put(beforeSuggestion);
    out.put(pieces.suggestion ?? valuePiece(suggestionOf(raised, charges)));
    out.put(pieces.after);
  }

  private piecesOf(raised: Raised): VersionPieces {
    const { rule, version } = raised;
    const versions = (this.known[rule.index] ??= []);
    const known = versions[version.index];
    if (known?.version === version) return known;
    const made = versionPieces(raised);
    versions[version.index] = made;
    return made;
  }
}

const afterMessage = piece(`","subject":`);
const beforeOthers = piece(`,"others":[`);
const afterOthers = piece(`],"tableRow":`);
const beforeCount = piece(`,"count":`);
const beforeAllowed = piece(`,"allowed":`);
const beforeSuggestion = piece(`,"suggestion":`);

/** What all findings of one version of a rule have alike. */
interface VersionPieces {
  readonly version: VersionPlan;
  /** Up to the quote before the message. */
  readonly before: Piece;
  /** Texts and what is filled in between; null where the message is to be put together first. */
  readonly message: readonly (Piece | PlainPlaceholder)[] | null;
  /** Null where it hangs on the finding. */
  readonly suggestion: Piece | null;
  /** From behind the suggestion to the end of the line. */
  readonly after: Piece;
  /** From behind the other lines to the end, of a finding without a row, a count and an allowance. */
  readonly end: Piece | null;
}

function versionPieces({ rule, version }: Raised): VersionPieces {
  const { outcome, because, suggest } = version.clauses;
  const { severity, carc, rarc } = outcome;
  const head = { rule: rule.rule.id, override: version.override, outcome: severity, carc, rarc };
  const tail = { because: because.map(({ authority, detail }) => ({ authority, detail })), at: rule.rule.at };
  const after = `,${JSON.stringify(tail).slice(1)}\n`;
  const hangs = suggest !== null && doesHang(suggest);
  return {
    version,
    before: piece(`${JSON.stringify(head).slice(0, -1)},"message":"`),
    message: messagePieces(version),
    suggestion: hangs ? null : valuePiece(suggest),
    after: piece(after),
    end: hangs
      ? null
      : piece(`],"tableRow":null,"count":null,"allowed":null,"suggestion":${JSON.stringify(suggest)}${after}`),
  };
}

/** Whether a suggestion is another for one finding than for the next. */
function doesHang({ kind }: Suggestion): boolean {
  switch (kind) {
    case "replace-row":
    case "units":
    case "nearest-code":
      return true;
    case "remove":
    case "modifier":
    case "replace":
    case "text":
      return false;
  }
}

/** Half of a pair of surrogates is escaped by itself and not beside its other half, so such texts are joined first. */
const halfPair = /\p{Surrogate}/u;

function messagePieces({ clauses }: VersionPlan): VersionPieces["message"] {
  const pieces: (Piece | PlainPlaceholder)[] = [];
  for (const part of clauses.outcome.message) {
    if (part.kind === "text" && !halfPair.test(part.text)) pieces.push(innerPiece(part.text));
    else if (part.kind === "placeholder" && isPlain(part.name)) pieces.push(part.name);
    else return null;
  }
  return pieces;
}
