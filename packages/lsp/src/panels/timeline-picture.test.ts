import { expect, test } from "vitest";
import { html } from "@edict/language";
import { timelinePicture } from "./timeline-picture.js";

test("what is put into a page cannot become an element", () => {
  const hostile = `<img src=x onerror="steal()">'\``;
  expect(html`<p title="${hostile}">${hostile}</p>`.html).toBe(
    '<p title="&lt;img src=x onerror=&quot;steal()&quot;&gt;&#39;&#96;">&lt;img src=x onerror=&quot;steal()&quot;&gt;&#39;&#96;</p>',
  );
  expect(html`${"a\u202eb\u0000"}`.html).toBe("a\\u202eb\\u0000");
});

const day = 20_500;

test("a picture has a mark for each line and a name for those that a finding speaks of", () => {
  const { html: picture } = timelinePicture([
    { day, text: "77301", role: "companion" },
    { day: day - 20, text: "77280 x2", role: "subject" },
    { day: day - 20, text: "77427</text><script>", role: "line" },
  ]);
  expect(picture.match(/<circle class="(\w+)"/g)).toEqual([
    '<circle class="subject"',
    '<circle class="line"',
    '<circle class="companion"',
  ]);
  expect(picture).toContain(">77280 x2 2026-01-27</text>");
  expect(picture).toContain(">77301 2026-02-16</text>");
  expect(picture).not.toContain("<script>");
});

test("many lines on one day are counted, and the subject is never among those", () => {
  const lines = Array.from({ length: 40 }, () => ({ day, text: "77300", role: "line" as const }));
  const { html: picture } = timelinePicture([...lines, { day, text: "77336", role: "subject" }]);
  expect(picture).toContain(">+33</text>");
  expect(picture).toMatch(/<circle class="subject"/);
});
