/**
 * What stands above declarations. The lenses themselves cost nothing; who refers to a thing is counted for those in view,
 * and tests are run when nothing else is to be done. Their commands are the client's, which says at the start which it
 * knows; where it does not know one, the lens is a text to read.
 */
import { counted } from "@edict/rulebook";
import type { Analysis, CodeLens as OwnLens, PlacedTest } from "@edict/language";
import { codeLenses, testsOf, usesOf } from "@edict/language";
import type { CodeLens, Command } from "vscode-languageserver/node";
import { CodeLensRequest, CodeLensResolveRequest } from "vscode-languageserver/node";
import { trialWords } from "../charges/trial-words.js";
import { knownOutcomes, outcomeOf } from "../rule-tests/outcomes.js";
import type { Asked, RequestEntry } from "./request.js";
import { documentRequest, request } from "./request.js";

const showReferences = "edict.showReferences";
const runTests = "edict.runTests";
const tryOnCharges = "edict.tryOnCharges";

export const codeLens: RequestEntry = documentRequest(
  CodeLensRequest.type,
  { codeLensProvider: { resolveProvider: true } },
  ({ analysis, path, rangeOf }, { textDocument: { uri } }, { commands }): CodeLens[] =>
    codeLenses(analysis, path).flatMap((lens, index) =>
      lens.kind === "try" && !commands.includes(tryOnCharges) ? [] : [{ range: rangeOf(lens), data: { uri, index } }],
    ),
);

export const codeLensResolve: RequestEntry = request(
  CodeLensResolveRequest.type,
  {},
  async (server, lens): Promise<CodeLens> => {
    const data = readData(lens.data);
    const asked = data === null ? null : server.ask(data.uri);
    const own = asked === null || data === null ? undefined : codeLenses(asked.analysis, asked.path)[data.index];
    // The text changed since: what no longer stands there says nothing, and the client asks again.
    if (asked === null || own === undefined) return { ...lens, command: { title: "", command: "" } };
    const known = ({ command, ...said }: Command): Command =>
      server.commands.includes(command) ? { ...said, command } : { title: said.title, command: "" };
    if (own.kind === "references") return { ...lens, command: known(referencesCommand(asked, own, lens.range.start)) };
    if (own.kind === "try") {
      const place = [asked.uriOf(asked.path), own.rule];
      const title = trialWords(server.trials.stateOf(asked.rulebook), own.rule);
      return { ...lens, command: { title, command: tryOnCharges, arguments: place } };
    }
    const checked = await asked.checked();
    const tests = own.kind === "tests" ? testsOf(checked, own.rule) : testAt(asked, checked, own);
    if (knownOutcomes(checked) === null) server.tests.soon(asked.rulebook);
    return { ...lens, command: known(testsCommand(asked, checked, tests)) };
  },
);

function readData(data: unknown): { readonly uri: string; readonly index: number } | null {
  if (typeof data !== "object" || data === null || !("uri" in data) || !("index" in data)) return null;
  const { uri, index } = data;
  return typeof uri === "string" && typeof index === "number" ? { uri, index } : null;
}

function referencesCommand(
  asked: Asked,
  { target }: Extract<OwnLens, { readonly kind: "references" }>,
  position: CodeLens["range"]["start"],
): Command {
  const uses = usesOf(asked.analysis, target).filter(({ role }) => role === "use");
  const places = uses.map(({ path, start, end }) => asked.locationOf({ file: path, start, end }));
  const title = counted(uses.length, "reference");
  return { title, command: showReferences, arguments: [asked.uriOf(asked.path), position, places] };
}

function testAt({ path }: Asked, checked: Analysis, { start }: OwnLens): readonly PlacedTest[] {
  const declarations = checked.files.get(path)?.node.declarations ?? [];
  return declarations.flatMap((declaration) =>
    declaration.kind === "test" && declaration.title.start === start
      ? [{ path, start: declaration.start, title: declaration.title.text }]
      : [],
  );
}

function testsCommand(asked: Asked, checked: Analysis, tests: readonly PlacedTest[]): Command {
  if (tests.length === 0) return { title: "no test expects it", command: "" };
  const outcomes = knownOutcomes(checked);
  const found = outcomes === null ? [] : tests.map((test) => outcomeOf(outcomes, checked, test)?.passed ?? false);
  const passed = found.filter(Boolean).length;
  const places = tests.map(({ path, start, title }) => ({
    title,
    ...asked.locationOf({ file: path, start, end: start }),
  }));
  if (tests.length === 1) {
    const result = found.length === 0 ? "" : passed === 1 ? " (passed)" : " (failed)";
    return { title: `run test${result}`, command: runTests, arguments: places };
  }
  const failed = found.length - passed;
  const result =
    found.length === 0 ? "" : failed === 0 ? ` (${passed} passed)` : ` (${passed} passed, ${failed} failed)`;
  return { title: `run ${tests.length} tests${result}`, command: runTests, arguments: places };
}
