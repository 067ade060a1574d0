import { expect, test } from "vitest";
import { HoverRequest } from "vscode-languageserver/node";
import { withSession } from "../testing/session.js";

test("a set of another file is told, and the range is the name's", async () => {
  const written = `rule R-1 "t"
  forbid Simu<|>lation
  deny
--- codes.edict
codes Simulation = 77280..77290
`;
  await withSession(written, async (session) => {
    const found = await session.ask(HoverRequest.type, session.atCaret());
    expect(JSON.stringify(found?.contents)).toContain("It holds 77280 to 77290");
    expect(found?.range && session.textOf(found.range)).toBe("Simulation");
  });
});
