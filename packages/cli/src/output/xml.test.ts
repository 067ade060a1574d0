import { expect, test } from "vitest";
import { xmlText } from "./xml.js";

test("nothing ends an attribute or an element, and what XML has no way to write is shown as an escape", () => {
  expect(xmlText(`<a href="x">&'`)).toBe("&lt;a href=&quot;x&quot;&gt;&amp;&apos;");
  expect(xmlText("a\u0000\u001b\n\ud800\u202e\uffff 😀 é")).toBe("a\\u0000\\u001b\\u000a\\ud800\\u202e\\uffff 😀 é");
});
