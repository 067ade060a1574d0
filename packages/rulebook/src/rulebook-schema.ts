/**
 * The rulebook's JSON Schema (draft 2020-12), made from the same description that `readRulebook` checks. It holds the
 * form; names that must resolve and the laws within a record are `readRulebook`'s alone.
 */
import type { Form, RecordForm } from "./description/description.js";
import { rulebook as description } from "./description/rulebook.js";
import { textFormats } from "./description/text-formats.js";

/** A JSON Schema, or a part of one. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** The JSON Schema of a compiled rulebook. */
export const rulebookSchema: JsonSchema = schemaOf(description.form);

function schemaOf(root: Form): JsonSchema {
  // Every record and union that has a name stands once under `$defs`.
  const definitions = new Map<string, JsonSchema>();
  const whole = part(root);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Edict rulebook",
    ...whole,
    $defs: Object.fromEntries([...definitions].sort(([a], [b]) => (a < b ? -1 : 1))),
  };

  function part(form: Form): JsonSchema {
    switch (form.kind) {
      case "text": {
        const { pattern } = textFormats[form.format];
        return pattern === null ? { type: "string" } : { type: "string", pattern };
      }
      case "number": {
        const type = form.whole ? "integer" : "number";
        return form.least === null ? { type } : { type, minimum: form.least };
      }
      case "flag":
        return { type: "boolean" };
      case "choice":
        return form.of.length === 1 ? { const: form.of[0] } : { enum: form.of };
      case "list":
        return { type: "array", items: part(form.of), ...(form.least > 0 ? { minItems: form.least } : {}) };
      case "nullable":
        return { anyOf: [part(form.of), { type: "null" }] };
      case "either":
        return { anyOf: form.of.map(part) };
      case "map":
        return { type: "object", additionalProperties: part(form.of) };
      case "delayed":
        return part(form.of());
      case "record":
        return named(form.name, () => recordPart(form));
      case "union":
        return named(form.name, () => ({ oneOf: [...form.cases.values()].map(recordPart) }));
    }
  }

  function named(name: string, make: () => JsonSchema): JsonSchema {
    const key = name.replaceAll(" ", "-");
    if (!definitions.has(key)) {
      definitions.set(key, {}); // Holds the place while the definition refers to itself.
      definitions.set(key, make());
    }
    return { $ref: `#/$defs/${key}` };
  }

  function recordPart(form: RecordForm): JsonSchema {
    return {
      type: "object",
      properties: Object.fromEntries(form.keys.map(({ key, of }) => [key, part(of)])),
      required: form.keys.map(({ key }) => key),
      additionalProperties: false,
    };
  }
}
