import { expect, test } from "vitest";
import { SignatureHelpRequest } from "vscode-languageserver/node";
import { withSession } from "../testing/session.js";

test("the statement's form, with the part at the caret", async () => {
  await withSession(
    `rule R-1 "t"\n  bundle 77290 into <|>77301 on the same day\n  deny\n`,
    async ({ ask, atCaret }) => {
      const found = await ask(SignatureHelpRequest.type, atCaret());
      const form = found?.signatures[found.activeSignature ?? 0];
      expect(form?.label).toBe("bundle A into B SCOPE");
      expect(form?.activeParameter).toBe(1);
      expect(form?.parameters?.[1]).toMatchObject({ label: [14, 15] });
    },
  );
});

test("elsewhere nothing", async () => {
  await withSession(`codes A = 77<|>301\n`, async ({ ask, atCaret }) => {
    expect(await ask(SignatureHelpRequest.type, atCaret())).toBe(null);
  });
});
