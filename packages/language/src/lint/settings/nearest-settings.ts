/** Which settings hold for which file: those of the nearest `edict.json` in its folder or above it. */
import type { Diagnostic } from "@edict/rulebook";
import type { Source } from "../../source/source.js";
import { readSettings } from "./read-settings.js";
import type { Settings, SettingsOf } from "./settings.js";
import { noSettings } from "./settings.js";

/** Where settings come from. Paths are opaque texts that only the host takes apart. */
export interface SettingsHost {
  folderOf(path: string): string;
  /** The folder above a folder; null where nobody may look any higher. */
  above(folder: string): string | null;
  /** The `edict.json` of a folder, or null. */
  settingsIn(folder: string): Source | null;
}

/** Settings by file, each `edict.json` read once, and what was wrong with those that were read. */
export interface NearestSettings {
  readonly of: SettingsOf;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, Source>;
}

/** Settings for the files of a rulebook. */
export function nearestSettings(paths: Iterable<string>, host: SettingsHost): NearestSettings {
  const diagnostics: Diagnostic[] = [];
  const sources = new Map<string, Source>();
  const byFolder = new Map<string, Settings>();
  const byPath = new Map<string, Settings>();
  for (const path of paths) byPath.set(path, inFolder(host.folderOf(path)));
  return { of: (path) => byPath.get(path) ?? noSettings, diagnostics, sources };

  function inFolder(folder: string): Settings {
    const passed: string[] = [];
    let found: Settings = noSettings;
    for (let at: string | null = folder; at !== null; at = host.above(at)) {
      const known = byFolder.get(at);
      if (known !== undefined) {
        found = known;
        break;
      }
      passed.push(at);
      const source = host.settingsIn(at);
      if (source === null) continue;
      sources.set(source.path, source);
      const read = readSettings(source);
      for (const diagnostic of read.diagnostics) diagnostics.push(diagnostic);
      found = read.settings;
      break;
    }
    for (const one of passed) byFolder.set(one, found);
    return found;
  }
}
