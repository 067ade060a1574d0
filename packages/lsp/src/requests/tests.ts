/** `edict/tests`, a request of ours: the tests of a file or of all rulebooks, each with its place. */
import { URI } from "vscode-uri";
import { ProtocolRequestType } from "vscode-languageserver/node";
import type { TestFile, TestsQuestion } from "../own-protocol.js";
import { rangeOf } from "../positions.js";
import { testsIn } from "../rule-tests/placed-tests.js";
import type { AskedRulebook } from "./request.js";
import { request } from "./request.js";

export const testsRequest = new ProtocolRequestType<TestsQuestion, readonly TestFile[], never, void, void>(
  "edict/tests",
);

export const tests = request(testsRequest, {}, (server, { uri }): readonly TestFile[] => {
  if (uri !== null) {
    const asked = server.ask(uri);
    return asked === null ? [] : [fileOf(asked, asked.path)];
  }
  return server.rulebooks().flatMap((asked) =>
    // A file that several rulebooks use has its tests in its own.
    [...asked.analysis.files.keys()]
      .filter((path) => server.owns(asked.rulebook, asked.rulebook.host.absolute(path)))
      .map((path) => fileOf(asked, path))
      .filter((file) => file.tests.length > 0),
  );
});

function fileOf({ analysis, rulebook, uriOf }: AskedRulebook, path: string): TestFile {
  const source = analysis.files.get(path)?.source;
  return {
    uri: uriOf(path),
    path,
    rulebook: URI.file(rulebook.root.folder).toString(),
    tests:
      source === undefined
        ? []
        : testsIn(analysis, path).map((one) => ({ id: one.id, title: one.title, range: rangeOf(source, one) })),
  };
}
