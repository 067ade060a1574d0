/** An `edict.json`: its text to settings, and what is wrong with it, each at its place. */
import type { Diagnostic } from "@edict/rulebook";
import { settableCodes, severities } from "../../diagnostics/catalogues.js";
import { nearest } from "../../diagnostics/near.js";
import { report } from "../../diagnostics/report.js";
import { settings as catalogue } from "../../diagnostics/settings.js";
import type { Source, Stretch } from "../../source/source.js";
import { stretchOf } from "../../source/source.js";
import type { JsonMember, JsonNode } from "./json.js";
import { readJson } from "./json.js";
import type { Settings, SettableSeverity } from "./settings.js";
import { settableSeverities } from "./settings.js";

/** The settings of a file, as far as they could be read, and what was wrong with the rest. */
export interface SettingsRead {
  readonly settings: Settings;
  readonly diagnostics: readonly Diagnostic[];
}

/** The keys at the top of the file. */
const settingKeys = ["$schema", "lint"] as const;

/** Reads the text of an `edict.json`. */
export function readSettings(source: Source): SettingsRead {
  const diagnostics: Diagnostic[] = [];
  const lint = new Map<string, SettableSeverity>();
  const read = readJson(source.text);
  if (!("kind" in read)) {
    const { start, end, wanted } = read;
    const seen = source.text.slice(start, end).trim();
    const parameters = { seen: seen === "" ? "nothing" : seen, wanted };
    diagnostics.push(report(catalogue, "settings-not-json", { source, start, end }, parameters));
    return { settings: { lint }, diagnostics };
  }
  for (const { key, value } of membersOf(read, "edict.json")) {
    switch (key.text) {
      case "$schema":
        if (value.kind !== "text") wrongForm(value, "$schema", 'the address of a JSON Schema in "double quotes"');
        break;
      case "lint":
        for (const member of membersOf(value, "lint")) readSeverity(member);
        break;
      default: {
        const near = nearest(key.text, settingKeys);
        const parameters = { key: key.text, near, known: settingKeys };
        diagnostics.push(report(catalogue, "unknown-setting", stretchOf(source, key), parameters, instead(key, near)));
      }
    }
  }
  return { settings: { lint }, diagnostics };

  /** The members of an object, each key once. */
  function membersOf(node: JsonNode, what: string): readonly JsonMember[] {
    if (node.kind !== "object") {
      wrongForm(node, what, "an object in { }");
      return [];
    }
    const known = new Set<string>();
    return node.members.filter(({ key }) => {
      if (!known.has(key.text)) return known.add(key.text);
      diagnostics.push(report(catalogue, "setting-twice", stretchOf(source, key), { key: key.text }));
      return false;
    });
  }

  function readSeverity({ key, value }: JsonMember): void {
    const code = key.text;
    const severity = severities.get(code);
    const at = stretchOf(source, key);
    if (severity === undefined) {
      const near = nearest(code, settableCodes);
      diagnostics.push(report(catalogue, "unknown-lint", at, { code, near }, instead(key, near)));
    } else if (severity === "error") diagnostics.push(report(catalogue, "severity-of-an-error", at, { code }));
    if (value.kind !== "text") return wrongForm(value, code, '"off", "info", "warning" or "error"');
    const found = settableSeverities.find((one) => one === value.text);
    if (found === undefined) {
      const near = nearest(value.text, settableSeverities);
      const parameters = { seen: value.text === "" ? "nothing" : value.text, near };
      const place = stretchOf(source, value);
      diagnostics.push(report(catalogue, "unknown-severity", place, parameters, instead(value, near)));
    } else if (severity !== undefined && severity !== "error") lint.set(code, found);
  }

  function wrongForm(node: JsonNode, what: string, wanted: string): void {
    diagnostics.push(report(catalogue, "settings-form", stretchOf(source, node), { what, wanted }));
  }

  function instead(
    node: { readonly start: number; readonly end: number },
    near: string | null,
  ): {
    readonly fixes: readonly { readonly title: string; readonly edits: readonly { at: Stretch; text: string }[] }[];
  } {
    if (near === null) return { fixes: [] };
    return { fixes: [{ title: `write ${near}`, edits: [{ at: stretchOf(source, node), text: `"${near}"` }] }] };
  }
}
