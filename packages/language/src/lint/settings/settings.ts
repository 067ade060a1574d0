/** What a project sets in its `edict.json`: how severe the lints and the warnings of the checks are. */
import type { DiagnosticSeverity } from "@edict/rulebook";

/** The severities that a project may give. */
export const settableSeverities = ["off", "info", "warning", "error"] as const;

export type SettableSeverity = DiagnosticSeverity | "off";

/** One project's settings. */
export interface Settings {
  /** By code; what is not there has the severity of its catalogue. */
  readonly lint: ReadonlyMap<string, SettableSeverity>;
}

/** Where nothing is set. */
export const noSettings: Settings = { lint: new Map() };

/** The settings that hold for a file, by its path. */
export type SettingsOf = (path: string) => Settings;
