// The command as a function: arguments in, an exit code out.
export type { Io, Output } from "./io.js";
export { main } from "./main.js";
