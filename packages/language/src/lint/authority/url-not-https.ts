/** An address that a reader can follow, and that nobody on the way can change. */
import { stretchOf } from "../../source/source.js";
import { writeText } from "../../syntax/literals.js";
import { declarationLint } from "../lint.js";

export const urlNotHttps = declarationLint(
  {
    code: "url-not-https",
    severity: "warning",
    message: (p: { name: string; url: string }) =>
      `the url of ${p.name} is "${p.url}"; write the address of a page, which begins with https://`,
  },
  ["authority"],
  (_, { source, node }, found) => {
    if (node.url === null || /^https:\/\/[^\s/]+/.test(node.url.text)) return;
    const at = stretchOf(source, node.url);
    const secure = node.url.text.replace(/^http:\/\//, "https://");
    const fixes =
      secure === node.url.text ? [] : [{ title: "write https://", edits: [{ at, text: writeText(secure) }] }];
    found(at, { name: node.name.text, url: node.url.text }, { fixes });
  },
);
