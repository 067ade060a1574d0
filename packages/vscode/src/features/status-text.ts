/** What the status item says, from plain counts. It knows nothing of the editor, so that a test can read it. */
import type { ServerState } from "../client.js";

/** What is known of the rulebook that the open file belongs to. */
export interface RulebookCounts {
  readonly rules: number;
  readonly tests: number;
}

/** What the problems list says of the rulebook's files. */
export interface Problems {
  readonly errors: number;
  readonly warnings: number;
}

/** What the item shows, and what it shows under the mouse. */
export interface StatusText {
  readonly text: string;
  readonly tooltip: string;
  /** True where a person should act on the extension itself; problems of the rules are counted, no more. */
  readonly isWarning: boolean;
}

/** The words of the item. `counts` is null as long as nobody has told them. */
export function statusText(
  state: ServerState,
  counts: RulebookCounts | null,
  problems: Problems,
  isTrusted = true,
): StatusText {
  if (state !== "running") return { text: icons[state], tooltip: tooltips[state], isWarning: state === "stopped" };
  const marked = [counted(problems.errors, "error"), counted(problems.warnings, "warning")].filter(
    (part) => part !== "",
  );
  const found = marked.length === 0 ? "no problems" : marked.join(", ");
  const held = counts === null ? "" : `${many(counts.rules, "rule")}, ${many(counts.tests, "test")}`;
  return {
    text: `${problems.errors > 0 ? "$(error)" : "$(law)"} ${[held, found].filter((part) => part !== "").join(" · ")}`,
    tooltip: `Edict: ${held === "" ? "the rulebook" : held} in this rulebook; ${found}.${isTrusted ? "" : untrusted} Click for what can be done.`,
    isWarning: false,
  };
}

/** A table beside a folder that is not trusted is said to be missing; this says why. */
const untrusted = " The folder is not trusted: no file outside of it is read.";

const icons: { readonly [S in Exclude<ServerState, "running">]: string } = {
  off: "$(circle-slash) Edict",
  starting: "$(loading~spin) Edict",
  stopped: "$(warning) Edict",
};

const tooltips: { readonly [S in Exclude<ServerState, "running">]: string } = {
  off: "Edict: the language server is not running; colours and snippets work. Click for what can be done.",
  starting: "Edict: the language server is starting.",
  stopped: "Edict: the language server has stopped. Click to start it again or to see the log.",
};

function counted(count: number, noun: string): string {
  return count === 0 ? "" : many(count, noun);
}

function many(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
