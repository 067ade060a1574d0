// The disk, fenced in, as the language asks for it.
export { isWithin, RuleHost, shownPath } from "./files/rule-host.js";

// Where a rulebook begins, and the file that marks its folder.
export type { Root } from "./rulebooks/roots.js";
export { rootOf, settingsFile } from "./rulebooks/roots.js";

// The server's name; the server itself comes when it is asked for, since most commands need none.
export { serverName } from "./server-name.js";
export { serveStdio } from "./serve-stdio.js";

// What the extension for VS Code asks beyond the protocol.
export type {
  ChargeFileQuestion,
  FindingsAnswer,
  FindingsQuestion,
  FoundTest,
  GraphQuestion,
  PageAnswer,
  PlaceQuestion,
  RunTestsQuestion,
  TestComplaint,
  TestFile,
  TestResult,
  TestsQuestion,
} from "./own-protocol.js";
