/** What a client may say of how the server works: once at the start, and in its settings under `edict`. */
import type { InlayHintOptions } from "@edict/language";

/** Said once, as `initializationOptions`. */
export interface StartOptions {
  /** `pull` where the client asks for diagnostics; by default they are sent to it. */
  readonly diagnostics: "push" | "pull" | null;
  /** Where the pages of the diagnostics stand: an address to which `unknown-name.md` is added. */
  readonly pages: string | null;
  /** False where the client has not been told that its folders may be trusted: nothing outside of them is read. */
  readonly trusted: boolean;
  /** The commands behind lenses that the client knows: one that it does not know stands there as text, or not at all. */
  readonly commands: readonly string[];
}

/** The settings under `edict`, which may change at any time. */
export interface Settings {
  /** Quiet after a keystroke, in milliseconds, before rules are checked. */
  readonly checkDelay: number;
  /** Which hints stand beside the words, under `edict.hints`. */
  readonly hints: InlayHintOptions;
}

export const defaultSettings: Settings = {
  checkDelay: 120,
  hints: { numbers: true, dates: true, windows: true },
};

/** Reads what a client sent; what cannot be used is as if it were not said. */
export function startOptions(sent: unknown): StartOptions {
  const diagnostics = part(sent, "diagnostics");
  const pages = part(sent, "pages");
  const commands: unknown = part(sent, "commands");
  return {
    diagnostics: diagnostics === "push" || diagnostics === "pull" ? diagnostics : null,
    pages: typeof pages === "string" && pages !== "" ? pages : null,
    trusted: part(sent, "trusted") !== false,
    commands: Array.isArray(commands) ? commands.map(String) : [],
  };
}

/** Reads the settings under `edict`. */
export function settingsOf(sent: unknown): Settings {
  const delay = part(part(sent, "check"), "delay");
  const usable = typeof delay === "number" && delay >= 0 && delay <= 10_000;
  const hints = part(sent, "hints");
  const isOn = (kind: keyof InlayHintOptions): boolean => part(hints, kind) !== false;
  return {
    checkDelay: usable ? delay : defaultSettings.checkDelay,
    hints: { numbers: isOn("numbers"), dates: isOn("dates"), windows: isOn("windows") },
  };
}

function part(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : null;
}
