/** The JSON Schema of an `edict.json`, made from the catalogues, for editors that complete and check it. */
import { catalogues, settableCodes } from "../../diagnostics/catalogues.js";
import { settableSeverities } from "./settings.js";

/** The schema (draft-07, which every editor knows). */
export function settingsSchema(): { readonly [keyword: string]: unknown } {
  const defaults = new Map(
    Object.values(catalogues).flatMap((catalogue) =>
      Object.entries(catalogue).map(([code, { severity }]) => [code, severity] as const),
    ),
  );
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Settings of an Edict project (edict.json)",
    type: "object",
    additionalProperties: false,
    properties: {
      $schema: { type: "string", description: "The address of this schema." },
      lint: {
        type: "object",
        description: "How severe each diagnostic is that is no error of the language.",
        additionalProperties: false,
        properties: Object.fromEntries(
          settableCodes.map((code) => [
            code,
            { $ref: "#/definitions/severity", description: `docs/diagnostics/${code}.md`, default: defaults.get(code) },
          ]),
        ),
      },
    },
    definitions: { severity: { enum: settableSeverities } },
  };
}
