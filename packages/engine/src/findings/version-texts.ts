/** What all findings of one version of a rule have alike, as texts of JSON. */
import type { Suggestion } from "@edict/rulebook";
import type { VersionPlan } from "../plan/rule-plan.js";
import type { PlainPlaceholder } from "./line-json.js";
import { isPlain } from "./line-json.js";
import type { Raised } from "./raised.js";

/** A part of a message: a text as it stands within quotes, or what is filled in. */
export type MessageText =
  { readonly kind: "text"; readonly text: string } | { readonly kind: "placeholder"; readonly name: PlainPlaceholder };

export interface VersionTexts {
  /** Up to the quote before the message. */
  readonly before: string;
  /** Null where the message is to be put together first. */
  readonly message: readonly MessageText[] | null;
  /** Null where it hangs on the finding. */
  readonly suggestion: string | null;
  /** From behind the suggestion to the end of the line. */
  readonly after: string;
  /** From behind the other lines to the end, of a finding without a row, a count and an allowance. */
  readonly end: string | null;
}

export function versionTexts({ rule, version }: Raised): VersionTexts {
  const { outcome, because, suggest } = version.clauses;
  const { severity, carc, rarc } = outcome;
  const head = { rule: rule.rule.id, override: version.override, outcome: severity, carc, rarc };
  const tail = { because: because.map(({ authority, detail }) => ({ authority, detail })), at: rule.rule.at };
  const after = `,${JSON.stringify(tail).slice(1)}\n`;
  const suggestion = suggest !== null && doesHang(suggest) ? null : JSON.stringify(suggest);
  return {
    before: `${JSON.stringify(head).slice(0, -1)},"message":"`,
    message: messageTexts(version),
    suggestion,
    after,
    end:
      suggestion === null ? null : `],"tableRow":null,"count":null,"allowed":null,"suggestion":${suggestion}${after}`,
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

function messageTexts({ clauses }: VersionPlan): VersionTexts["message"] {
  const texts: MessageText[] = [];
  for (const part of clauses.outcome.message) {
    if (part.kind === "text" && !halfPair.test(part.text))
      texts.push({ kind: "text", text: JSON.stringify(part.text).slice(1, -1) });
    else if (part.kind === "placeholder" && isPlain(part.name)) texts.push({ kind: "placeholder", name: part.name });
    else return null;
  }
  return texts;
}
