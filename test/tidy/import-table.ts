/**
 * Who may import whom, as data: the room table of `docs/architecture.md`. Imports go one way, and what a room does not
 * know is as much a part of its shape as what it does.
 */

/** A package from outside. */
export interface OutsidePackage {
  readonly name: string;
  /** The folder of the room that alone may use it. */
  readonly within: string;
  /** Heavy and rarely needed: loaded when it is needed, and not among what the room always installs. */
  readonly onDemand?: true;
  /** The program that runs the room brings it along. */
  readonly provided?: true;
}

/** What a room may import besides its own files. */
export interface Room {
  /** Other rooms, by name. */
  readonly rooms: readonly string[];
  readonly packages: readonly OutsidePackage[];
  /** Whether it may use what Node alone has; a room that may not runs in a browser too. */
  readonly node: boolean;
  /** Shipped as one file with all that it needs inside, so that it installs nothing. */
  readonly bundled?: true;
}

/** Every room under `packages`. */
export const rooms: { readonly [room: string]: Room } = {
  rulebook: { rooms: [], packages: [], node: false },
  language: { rooms: ["rulebook"], packages: [{ name: "chevrotain", within: "src/syntax/" }], node: false },
  engine: { rooms: ["rulebook"], packages: [], node: false },
  charges: {
    rooms: ["rulebook"],
    packages: [
      { name: "papaparse", within: "src/" },
      { name: "@duckdb/node-api", within: "src/parquet/", onDemand: true },
      { name: "yauzl", within: "src/imports/" },
    ],
    node: true,
  },
  review: { rooms: ["rulebook", "language", "engine"], packages: [], node: false },
  lsp: {
    rooms: ["rulebook", "language", "engine", "charges"],
    packages: [
      { name: "vscode-languageserver/node", within: "src/" },
      { name: "vscode-languageserver-textdocument", within: "src/" },
      { name: "vscode-uri", within: "src/" },
    ],
    node: true,
  },
  cli: {
    rooms: ["rulebook", "language", "engine", "charges", "review", "lsp"],
    packages: [
      { name: "commander", within: "src/" },
      { name: "@duckdb/node-api", within: "src/reports/", onDemand: true },
    ],
    node: true,
  },
  vscode: {
    // For the types of what the two say to each other.
    rooms: ["lsp"],
    packages: [
      { name: "vscode", within: "src/", provided: true },
      { name: "vscode-languageclient/node", within: "src/" },
    ],
    node: true,
    bundled: true,
  },
};

/** What a test may use, wherever it stands. */
export const testTools: readonly string[] = [
  "vitest",
  "fast-check",
  "ajv",
  "esbuild",
  "@duckdb/node-api",
  "vscode-textmate",
  "vscode-oniguruma",
];

/** What only tests in these folders may use: the editor gives it to what runs inside it. */
export const placedTools: { readonly [folder: string]: readonly string[] } = {
  "test/vscode/suites/": ["vscode"],
};

/** Folders under `test` and the rooms that they must not know. */
export const blindSpots: { readonly [folder: string]: readonly string[] } = {
  // The slow twin is written from the contract, so that the two can find each other's mistakes.
  "test/reference/": ["engine"],
};
