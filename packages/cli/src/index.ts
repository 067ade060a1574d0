// The command as a function: arguments in, an exit code out.
export type { Io, Output } from "./io.js";
export { main } from "./main.js";

// A diagnostic as `edict check` shows it; the pages of the diagnostics are held to it.
export { diagnosticText } from "./reports/diagnostics/text.js";
