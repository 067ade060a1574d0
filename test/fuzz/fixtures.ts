/** Rule texts that fuzzing starts from: the library, the example, and what conformance cases and pages of diagnostics show. */
import { readCases } from "../conformance/read-cases.js";
import { readPages } from "../diagnostics/pages.js";
import { paths, read } from "../tidy/tree.js";

export const fixtures: readonly string[] = [
  ...paths.filter((path) => path.endsWith(".edict")).map(read),
  ...readCases().map(({ rules }) => rules),
  ...readPages().flatMap(({ avoid, prefer }) => [avoid, prefer ?? ""]),
];

/** Every word and sign of the fixtures, each once. */
export const pieces: readonly string[] = [
  ...new Set(fixtures.flatMap((text) => text.match(/"[^"\n]*"|[\w.$,-]+|[^\s\w]|\n/g) ?? [])),
];
