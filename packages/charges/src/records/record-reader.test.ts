import fc from "fast-check";
import { expect, test } from "vitest";
import { ChargeFileError } from "../charge-file-error.js";
import { cellText } from "./record-batch.js";
import type { RecordSink } from "./record-reader.js";
import { RecordReader } from "./record-reader.js";
import { RecordSplitter } from "./testing/record-splitter.js";

/** What a file comes to, a line for each record: its row and its cells; by the kernel as without it. */
function split(...pieces: string[]): string[] {
  const byKernel = readBy(0, pieces);
  const portable = readBy(Infinity, pieces);
  expect(byKernel).toEqual(portable);
  if (portable.error !== null) throw portable.error;
  return portable.seen;
}

interface Read {
  readonly seen: string[];
  readonly error: ChargeFileError | null;
}

function readBy(kernelFrom: number, pieces: readonly string[]): Read {
  const seen: string[] = [];
  const sink: RecordSink = {
    header: (cells, row) => seen.push(`${row} header ${cells.join("·")}`),
    records: (batch) => {
      for (let record = 0; record < batch.count; record++) {
        const cells = Array.from({ length: batch.width }, (_, column) => cellText(batch, record, column));
        seen.push(`${batch.rows[record]} ${cells.join("·")}`);
      }
    },
    otherWidth: (found, row) => seen.push(`${row} of ${found}`),
    broken: (row) => seen.push(`${row} broken`),
  };
  try {
    const reader = new RecordReader("a.csv", sink, () => {}, kernelFrom);
    for (const piece of pieces) reader.push(Buffer.from(piece));
    reader.end();
    return { seen, error: null };
  } catch (error) {
    if (error instanceof ChargeFileError) return { seen, error };
    throw error;
  }
}

/** The same by papaparse, from a text whose line breaks are `\n`. */
function splitByPapaparse(text: string): string[] {
  const seen: string[] = [];
  let width = 0;
  const splitter = new RecordSplitter("a.csv", {
    header: (cells, row) => {
      width = cells.length;
      seen.push(`${row} header ${cells.join("·")}`);
    },
    record: (cells, row) =>
      seen.push(cells.length === width ? `${row} ${cells.join("·")}` : `${row} of ${cells.length}`),
    broken: (row) => seen.push(`${row} broken`),
  });
  splitter.push(text);
  splitter.end();
  return seen;
}

function codeOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof ChargeFileError) return error.code;
    throw error;
  }
  return "no error";
}

test.each([
  ["comma", "a,b\n1,2\n"],
  ["tab", "a\tb\n1\t2\n"],
  ["semicolon", "a;b\n1;2\n"],
  ["bar", "a|b\n1|2\n"],
  ["as Excel says", "sep=^\na^b\n1^2\n"],
])("cells are set apart by a %s", (_, text) => expect(split(text)).toEqual(["1 header a·b", "2 1·2"]));

test("a delimiter within quotes of the header does not count", () => {
  expect(split('"a,b,c,d";e\n1;2')).toEqual(["1 header a,b,c,d·e", "2 1·2"]);
});

test("a quoted cell may hold delimiters, quotes and line breaks, and is one record", () => {
  expect(split('a,b\n"1,""x""\ny",2\n3,4\n')).toEqual(["1 header a·b", '2 1,"x"\ny·2', "3 3·4"]);
});

test("blank lines are no records and keep their numbers", () => {
  expect(split("a,b\n\n1,2\n , \n3,4\n\n\n")).toEqual(["1 header a·b", "3 1·2", "5 3·4"]);
  expect(split("\n\na,b\n1,2")).toEqual(["3 header a·b", "4 1·2"]);
});

test("rows with too few or too many cells are told by their number", () => {
  expect(split("a,b\n1\n1,2,3\n")).toEqual(["1 header a·b", "2 of 1", "3 of 3"]);
});

test("text behind a closing quote breaks its row only", () => {
  expect(split('a,b\n"1"x,2\n3,4\n')).toEqual(["1 header a·b", "2 broken", "3 3·4"]);
});

test("a quote that is not closed costs its own row, not the rows behind it", () => {
  const rows = Array.from({ length: 5000 }, (_, index) => `${index},x,y`);
  const seen = split(["a,b,c", 'P1,"Smith,y', ...rows].join("\n"));
  expect(seen.slice(0, 4)).toEqual(["1 header a·b·c", "2 broken", "3 0·x·y", "4 1·x·y"]);
  expect(seen).toHaveLength(5002);
});

test("nor where a later quote closes it", () => {
  expect(split('a,b,c\n1,"two,3\n4,5,6\n7,8",9\n')).toEqual(["1 header a·b·c", "2 broken", "3 4·5·6", '4 7·8"·9']);
  expect(split('a,b,c\n1,2,"three\n4,5,6\n7,8,9"\n')).toEqual(["1 header a·b·c", "2 broken", "3 4·5·6", '4 7·8·9"']);
  expect(split('"a","b","c"\n"1","2,"3"\n"4","5","6"\n')).toEqual(["1 header a·b·c", "2 broken", "3 4·5·6"]);
});

test("nor at the end of the file", () => {
  expect(split('a,b\n1,2\n3,"4')).toEqual(["1 header a·b", "2 1·2", "3 broken"]);
  expect(split('a,b\n1,2\n3,"4\n5,6')).toEqual(["1 header a·b", "2 1·2", "3 broken", "4 5·6"]);
});

test("a note of several lines is no swallowed row", () => {
  expect(split('a,b,c\n1,"one\ntwo, three\nfour",3\n4,5,6')).toEqual([
    "1 header a·b·c",
    "2 1·one\ntwo, three\nfour·3",
    "3 4·5·6",
  ]);
});

test("too many open quotes are an error of the file", () => {
  const rows = Array.from({ length: 30 }, () => '1,"2"x,3');
  expect(codeOf(() => split(["a,b,c", ...rows].join("\n")))).toBe("quotes-not-closed");
});

test("an open quote in the header is an error of the file", () => {
  expect(codeOf(() => split('a,"b\n1,2\n3,4\n'))).toBe("header-not-closed");
  expect(codeOf(() => split('a,"b,c\n1,2,3\n4,5",6\n'))).toBe("header-not-closed");
});

test("a header may break a line within a cell", () => {
  expect(split('"HCPCS/\nCPT Code",b\n1,2')).toEqual(["1 header HCPCS/\nCPT Code·b", "2 1·2"]);
});

test("a file without a record is empty", () => {
  expect(codeOf(() => split(""))).toBe("file-is-empty");
  expect(codeOf(() => split("\n\n , \n"))).toBe("file-is-empty");
});

test("a line that never ends is an error, a cell of a million characters is none", () => {
  expect(codeOf(() => split("a,b\n", "x".repeat(4_000_001)))).toBe("row-too-long");
  expect(split("a,b\n", `1,${"x".repeat(1_000_000)}\n`)).toHaveLength(2);
  expect(split("a,b\n", `1,"${"x".repeat(1_000_000)}"\n`)).toHaveLength(2);
});

test("an open quote before millions of characters is given up in time", () => {
  const pieces = Array.from({ length: 60 }, () => "1,2,3\n".repeat(20_000));
  const seen = split("a,b,c\n", '1,"2,3\n', ...pieces);
  expect(seen[1]).toBe("2 broken");
  expect(seen).toHaveLength(2 + 60 * 20_000);
});

const scraps = [
  "",
  "1",
  "x y",
  '"q"',
  '"a,b"',
  '"a\nb"',
  '"a""b"',
  '"',
  'a"b',
  '"a" ',
  '"a"\t',
  '"a"\u00a0',
  '""',
  '"""',
  "\u00a0",
  "€",
];
const cell = fc.oneof(fc.constantFrom(...scraps), fc.string({ maxLength: 3 }), fc.stringMatching(/^[",\n\t a]{0,8}$/));
const delimiter = fc.constantFrom(",", "\t", ";", "|");
const start = fc.constantFrom(
  "",
  "\n",
  " \n\n",
  "sep=^\n",
  "sep=;\n",
  "sep=\u00a7\n",
  "sep=€\n",
  "sep= \n",
  'sep="\n',
  '"a\nb"',
);
const text = fc
  .tuple(start, delimiter, fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 12 }))
  .map(([first, between, rows]) => {
    const all = [["a", "b", "c", "d"].slice(0, 1 + (rows.length % 4)), ...rows];
    const separator = /^sep=(.)\n/.exec(first)?.[1] ?? between;
    return (first + all.map((row) => row.join(separator)).join("\n")).replaceAll("\r", "");
  });

test("a file comes to what papaparse makes of it", () => {
  fc.assert(
    fc.property(text, (whole) => {
      expect(outcome(() => split(whole))).toEqual(outcome(() => splitByPapaparse(whole)));
    }),
    { numRuns: 1500 },
  );
});

test("line breaks of every kind are one, in quotes too", () => {
  fc.assert(
    fc.property(text, fc.constantFrom("\r", "\r\n"), (whole, lineBreak) => {
      const written = whole.replaceAll("\n", lineBreak);
      expect(outcome(() => split(written))).toEqual(outcome(() => split(whole)));
    }),
    { numRuns: 300 },
  );
});

test("where a file is cut into pieces does not matter", () => {
  const cuts = fc.array(fc.nat(200), { maxLength: 5 });
  fc.assert(
    fc.property(text, fc.constantFrom("\n", "\r", "\r\n"), cuts, (unixText, lineBreak, places) => {
      const whole = unixText.replaceAll("\n", lineBreak);
      const at = [0, ...places.map((cut) => cut % (whole.length + 1)), whole.length].sort((a, b) => a - b);
      const pieces = at.slice(1).map((end, index) => whole.slice(at[index], end));
      expect(outcome(() => split(...pieces))).toEqual(outcome(() => split(whole)));
    }),
    { numRuns: 600 },
  );
});

function outcome(read: () => string[]): unknown {
  let seen: string[] = [];
  const code = codeOf(() => {
    seen = read();
  });
  return { code, seen };
}
