import { expect, test } from "vitest";
import { panelPage } from "./panel-page.js";

test("a page fetches nothing and runs no script but its own", () => {
  const page = panelPage("abc123");
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1];
  expect(policy).toBe("default-src 'none'; style-src 'nonce-abc123'; script-src 'nonce-abc123'");
  expect(page.match(/<script/g)?.length).toBe(1);
  expect(page).not.toMatch(/https?:|\ssrc=|\son\w+=|unsafe|eval\(/);
});
