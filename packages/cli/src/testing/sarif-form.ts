/** The parts of SARIF 2.1.0 that are written here, closed, for tests: what its own schema does not name does not pass. */
import { Ajv } from "ajv";

/** Where a log has not the form; of one that has, nothing. */
export function formErrors(log: string): readonly string[] {
  const ajv = new Ajv({ allErrors: true });
  return ajv.validate(sarifForm, JSON.parse(log)) ? [] : [ajv.errorsText()];
}

function closed(required: readonly string[], properties: object): object {
  return { type: "object", additionalProperties: false, required, properties };
}
const list = (items: object): object => ({ type: "array", items });
const string = { type: "string", minLength: 1 };
const message = closed(["text"], { text: string });
const level = { enum: ["none", "note", "warning", "error"] };
const whole = { type: "integer", minimum: 1 };
const region = closed(["startLine"], { startLine: whole, startColumn: whole, endLine: whole, endColumn: whole });
const artifact = closed(["uri"], { uri: { type: "string", pattern: "^[^\\s]+$" } });
const location = closed([], {
  id: { type: "integer", minimum: 0 },
  message,
  physicalLocation: closed(["artifactLocation"], { artifactLocation: artifact, region }),
});
const rule = closed(["id"], {
  id: string,
  shortDescription: message,
  help: message,
  helpUri: { type: "string", pattern: "^https?://" },
  defaultConfiguration: closed([], { level }),
  properties: closed([], { tags: list(string) }),
});
const replacement = closed(["deletedRegion"], { deletedRegion: region, insertedContent: message });
const fix = closed(["artifactChanges"], {
  description: message,
  artifactChanges: {
    ...list(
      closed(["artifactLocation", "replacements"], {
        artifactLocation: artifact,
        replacements: { ...list(replacement), minItems: 1 },
      }),
    ),
    minItems: 1,
  },
});
const result = closed(["message"], {
  ruleId: string,
  ruleIndex: { type: "integer", minimum: 0 },
  level,
  message,
  locations: list(location),
  relatedLocations: list(location),
  fixes: list(fix),
  baselineState: { enum: ["new", "unchanged", "updated", "absent"] },
  partialFingerprints: { type: "object", additionalProperties: string },
});
const notification = closed(["message"], { level, message, locations: list(location) });
const invocation = closed(["executionSuccessful"], {
  executionSuccessful: { type: "boolean" },
  toolExecutionNotifications: list(notification),
});
const driver = closed(["name"], { name: string, semanticVersion: string, rules: list(rule) });
const sarifForm = closed(["version", "runs"], {
  $schema: string,
  version: { const: "2.1.0" },
  runs: list(
    closed(["tool"], {
      tool: closed(["driver"], { driver }),
      invocations: list(invocation),
      columnKind: { const: "utf16CodeUnits" },
      results: list(result),
    }),
  ),
});
