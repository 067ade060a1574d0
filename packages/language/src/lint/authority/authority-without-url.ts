/** A finding is answered with the source at hand, and its address is where that begins. */
import { stretchOf } from "../../source/source.js";
import { declarationLint } from "../lint.js";

export const authorityWithoutUrl = declarationLint(
  {
    code: "authority-without-url",
    severity: "info",
    message: (p: { name: string }) => `nothing says where ${p.name} can be read; add url "https://…"`,
  },
  ["authority"],
  (_, { source, node }, found) => {
    if (node.url === null) found(stretchOf(source, node.name), { name: node.name.text });
  },
);
