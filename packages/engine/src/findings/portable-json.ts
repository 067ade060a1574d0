/** Findings as lines of JSON without WebAssembly. What a rule says of itself is rendered once for a run. */
import type { Charges } from "@edict/rulebook";
import { fromExact } from "../plan/exact.js";
import type { VersionPlan } from "../plan/rule-plan.js";
import { suggestionOf } from "./finding.js";
import type { FindingWriter, WriteBytes } from "./finding-writer.js";
import type { Piece } from "./json-bytes.js";
import { JsonBytes, piece, valuePiece } from "./json-bytes.js";
import type { PlainPlaceholder } from "./line-json.js";
import { LineJson } from "./line-json.js";
import { messageOf } from "./message.js";
import type { Raised } from "./raised.js";
import { versionTexts } from "./version-texts.js";

/** So many bytes are collected before they are handed over. */
const enough = 1 << 19;

export class PortableJson implements FindingWriter {
  private readonly out = new JsonBytes(enough + (1 << 16));
  private readonly lines = new LineJson(this.out);
  /** By the place of the rule, and within it of the version: each where it came last, since there may be two plans. */
  private readonly known: VersionPieces[][] = [];

  constructor(private readonly write: WriteBytes) {}

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

function versionPieces(raised: Raised): VersionPieces {
  const { before, message, suggestion, after, end } = versionTexts(raised);
  return {
    version: raised.version,
    before: piece(before),
    message: message?.map((part) => (part.kind === "text" ? piece(part.text) : part.name)) ?? null,
    suggestion: suggestion === null ? null : piece(suggestion),
    after: piece(after),
    end: end === null ? null : piece(end),
  };
}
