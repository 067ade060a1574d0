/** What is heard of a document, in whatever pieces it comes. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { XmlError, XmlReader } from "./xml-events.js";

/** The events of a document: `<c r=A1>`, `</c>`, and text. */
function heard(...pieces: readonly string[]): string {
  let found = "";
  const reader = new XmlReader({
    open: (name, attributes) => {
      found += `<${[name, ...[...attributes].map((attribute) => attribute.join("="))].join(" ")}>`;
    },
    text: (text) => (found += text),
    close: (name) => (found += `</${name}>`),
  });
  try {
    for (const piece of pieces) reader.push(piece);
    reader.end();
    return found;
  } catch (error) {
    if (error instanceof XmlError) return `refused: ${error.message}`;
    throw error;
  }
}

const document = `<?xml version="1.0"?><!-- a > b --><x:a b:r = 'A>1' s="&lt;2&gt;"><c/>1 &amp; 2 &#x41;&#66;<![CDATA[<raw> & ]]></x:a\n>`;

test("elements without their prefixes, attributes in either quotes, text with its entities", () => {
  expect(heard(document)).toBe("<a r=A>1 s=<2>><c></c>1 & 2 AB<raw> & </a>");
});

test("pieces make no difference, wherever they end", () => {
  const cuts = fc.uniqueArray(fc.nat(document.length), { maxLength: 20 });
  fc.assert(
    fc.property(cuts, (places) => {
      const ends = [0, ...places.toSorted((one, other) => one - other), document.length];
      const pieces = ends.slice(1).map((end, index) => document.slice(ends[index], end));
      expect(heard(...pieces)).toBe(heard(document));
    }),
  );
});

test("a document type and unknown entities are refused, and so is what does not end", () => {
  expect(heard("<!DOCTYPE a><a/>")).toBe("refused: a document type");
  expect(heard("<!DOC", 'TYPE a [<!ENTITY b "c">]><a/>')).toBe("refused: a document type");
  expect(heard("<a>&b;</a>")).toBe("refused: an entity that is not known");
  expect(heard('<a b="')).toBe("refused: the document ends within an element");
});
