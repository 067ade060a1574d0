/** The description of rules, overrides and waivers. */
import type {
  Citation,
  Clauses,
  DateBound,
  Effective,
  MessagePart,
  Need,
  Outcome,
  Override,
  Reach,
  Rule,
  Suggestion,
  Waiver,
} from "../rule.js";
import { placeholders } from "../rule.js";
import { check } from "./checks.js";
import { condition } from "./conditions.js";
import { choice, list, nullable, record, reference, text, union } from "./description.js";
import { place } from "./sets.js";

const dateBound = union<DateBound>("DateBound", {
  date: { date: text("date") },
  row: { column: reference("column") },
});

const effective = record<Effective>("Effective", { from: nullable(dateBound), to: nullable(dateBound) });

const reachKeys = {
  payers: list(reference("payer")),
  settings: list(reference("setting")),
  effective: nullable(effective),
};

const reach = record<Reach>("Reach", reachKeys);

const citation = record<Citation>("Citation", { authority: reference("authority"), detail: nullable(text("text")) });

const messagePart = union<MessagePart>("MessagePart", {
  text: { text: text("text") },
  placeholder: { name: choice(...placeholders) },
  row: { column: reference("column") },
});

const outcome = record<Outcome>("Outcome", {
  severity: choice("deny", "hold", "review", "advise"),
  carc: nullable(text("reason code")),
  rarc: nullable(text("reason code")),
  message: list(messagePart),
});

const suggestion = union<Suggestion>(
  "Suggestion",
  {
    remove: {},
    modifier: { modifier: text("modifier") },
    replace: { code: text("code") },
    "replace-row": { column: reference("column") },
    units: {},
    "nearest-code": {
      table: reference("table"),
      codes: reference("column"),
      from: nullable(reference("column")),
      to: nullable(reference("column")),
    },
    text: { text: text("text") },
  },
  { "nearest-code": ["table"] },
);

const clauses = record<Clauses>(
  "Clauses",
  {
    ...reachKeys,
    table: nullable(reference("table")),
    because: list(citation),
    checks: list(check, 1),
    when: nullable(condition),
    unless: nullable(condition),
    outcome,
    suggest: nullable(suggestion),
  },
  ["table"],
);

const override = record<Override>("Override", { label: text("text"), at: place, reach, clauses });

const waiver = record<Waiver>("Waiver", { label: text("text"), at: place, reach, because: list(citation) });

const need = record<Need>("Need", { anyOf: list(reference("field"), 1) });

export const rule = record<Rule>(
  "Rule",
  {
    id: text("name"),
    title: text("text"),
    doc: nullable(text("text")),
    at: place,
    clauses,
    overrides: list(override),
    waivers: list(waiver),
    needs: list(need),
  },
  ["clauses", "table"],
);
