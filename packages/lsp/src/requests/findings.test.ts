import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { URI } from "vscode-uri";
import { CodeLensRequest, CodeLensResolveRequest } from "vscode-languageserver/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Session } from "../testing/session.js";
import { withSession } from "../testing/session.js";
import { chargeFileRequest, findingsRequest } from "./findings.js";

const scratch = mkdtempSync(join(tmpdir(), "edict-worker-"));
const chargesWorker = join(scratch, "charges-worker.cjs");

beforeAll(() => {
  const script = fileURLToPath(new URL("../../../../scripts/bundle.mjs", import.meta.url));
  execFileSync(process.execPath, [script, "--worker", chargesWorker], { stdio: ["ignore", "ignore", "inherit"] });
}, 60_000);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const rules = `rule <|>R-1 "no more"
  bundle 77280 into 77301 that follows within 30 days
  deny "{code} <b>&</b>"
rule R-2 "needs a place"
  forbid 77301
  when place is 11
  deny
`;

const charges = `patient,date,code,units
<img src=x onerror=steal()>,2026-03-01,77280,1
<img src=x onerror=steal()>,2026-03-05,77301,1
P2,2026-03-01,77280,1
P2,2026-05-05,77301,1
P3,yesterday,77301,1
`;

async function chosen(session: Session, text = charges): Promise<void> {
  const path = join(session.folder, "charges.csv");
  writeFileSync(path, text);
  expect(await session.ask(chargeFileRequest, { uri: URI.file(path).toString() })).toBeNull();
}

const options = { chargesWorker, initializationOptions: { commands: ["edict.tryOnCharges"] } };

async function lensOf({ ask, uri }: Session, line: number): Promise<string | undefined> {
  const lenses = (await ask(CodeLensRequest.type, { textDocument: { uri: uri("rules.edict") } })) ?? [];
  const titles: (string | undefined)[] = [];
  for (const lens of lenses.filter(({ range }) => range.start.line === line)) {
    const { command } = await ask(CodeLensResolveRequest.type, lens);
    if (command?.command === "edict.tryOnCharges") titles.push(command.title);
  }
  return titles[0];
}

test("the page shows the findings with their picture, and the lens counts them", async () => {
  await withSession(
    rules,
    async (session) => {
      await chosen(session);
      const { textDocument, position } = session.atCaret();
      const answer = await session.ask(findingsRequest, { textDocument, rule: null, position });
      expect(answer?.kind).toBe("page");
      const page = answer?.kind === "page" ? answer.html : "";
      expect(page).toContain("1 finding in 1 patient; it looked at 2 lines.");
      expect(page).toContain("charges.csv: 5 rows, of which 4 evaluated, 0 netted, 1 rejected.");
      expect(page).toContain("Not evaluated for want of a column: R-2.");
      expect(page.match(/<svg/g)?.length).toBe(1);
      expect(page).toMatch(/<circle class="subject"[^]*<circle class="companion"/);
      expect(page).toContain("77280 &lt;b&gt;&amp;&lt;/b&gt;");
      expect(page).toContain("patient &lt;img src=x onerror=steal()&gt;");
      expect(page).not.toMatch(/<img|<b>/);
      expect(await lensOf(session, 0)).toBe("1 finding in 1 patient, 1 line not evaluated");
      expect(await lensOf(session, 3)).toBe("not evaluated: no column for place");
      // The page alone has values of the file.
      expect(JSON.stringify([...session.published.values()])).not.toMatch(/onerror|P2|yesterday/);
      const second = await session.ask(findingsRequest, { textDocument, rule: "R-2", position: null });
      expect(second?.kind === "page" && second.html).toContain("The rule looked at no line.");
    },
    options,
  );
}, 30_000);

test("an edit makes it old, and asking again tries the rules as they stand", async () => {
  await withSession(
    rules,
    async (session) => {
      await chosen(session);
      const { textDocument } = session.atCaret();
      await session.ask(findingsRequest, { textDocument, rule: "R-1", position: null });
      const at = session.text("rules.edict").indexOf("30 days");
      await session.edit("rules.edict", at, at + 2, "90");
      expect(await lensOf(session, 0)).toBe("1 finding in 1 patient, 1 line not evaluated (before the last edit)");
      const answer = await session.ask(findingsRequest, { textDocument, rule: "R-1", position: null });
      expect(answer?.kind === "page" && answer.html).toContain("2 findings in 2 patients");
    },
    options,
  );
}, 30_000);

test("a rulebook with mistakes, and a file that cannot be read, are said and never shown as clean", async () => {
  await withSession(
    rules,
    async (session) => {
      const { textDocument } = session.atCaret();
      const ask = async (): Promise<string> => {
        const answer = await session.ask(findingsRequest, { textDocument, rule: "R-1", position: null });
        return answer?.kind === "page" ? answer.html : (answer?.kind ?? "");
      };
      expect(await ask()).toBe("no file");
      await chosen(session, "colour,weight\nred,5\n");
      expect(await ask()).toMatch(/Nothing was tried: charges\.csv.*: /);
      expect(await lensOf(session, 0)).toBe("not tried on charges: click to see why");
      await session.edit("rules.edict", 0, 4, "ruel");
      expect(await ask()).toMatch(/mend them/);
    },
    options,
  );
}, 30_000);

test("in a folder that is not trusted no charge file is read", async () => {
  await withSession(
    rules,
    async (session) => {
      const { textDocument } = session.atCaret();
      expect(await session.ask(chargeFileRequest, { uri: session.uri("charges.csv") })).toMatch(/trusted/);
      const answer = await session.ask(findingsRequest, { textDocument, rule: "R-1", position: null });
      expect(answer?.kind === "page" && answer.html).toMatch(/only in a folder that is trusted/);
    },
    { ...options, initializationOptions: { trusted: false } },
  );
});
