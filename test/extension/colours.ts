/** Colours lines with the extension's grammar, by the very engine that VS Code uses. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import onig from "vscode-oniguruma";
import textmate from "vscode-textmate";

/** The extension's folder. */
export const extension = fileURLToPath(new URL("../../packages/vscode/", import.meta.url));

/** A stretch of a line with one colour. */
export interface Coloured {
  readonly text: string;
  /** The innermost scope, without the language's name at its end. */
  readonly scope: string;
}

const wasm = createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm");
const grammarFile = `${extension}syntaxes/edict.tmLanguage.json`;

const onigLib = onig.loadWASM(Uint8Array.from(readFileSync(wasm)).buffer).then(() => ({
  createOnigScanner: (patterns: string[]) => new onig.OnigScanner(patterns),
  createOnigString: (text: string) => new onig.OnigString(text),
}));
const registry = new textmate.Registry({
  onigLib,
  loadGrammar: () => Promise.resolve(textmate.parseRawGrammar(readFileSync(grammarFile, "utf8"), grammarFile)),
});

/** The stretches of each line that are not blank. */
export async function colour(text: string): Promise<readonly (readonly Coloured[])[]> {
  const grammar = await registry.loadGrammar("source.edict");
  if (grammar === null) throw new Error("the grammar's file names its scope");
  let state = textmate.INITIAL;
  return text.split("\n").map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.flatMap(({ startIndex, endIndex, scopes }): Coloured[] => {
      const piece = line.slice(startIndex, endIndex).trim();
      const scope = (scopes.at(-1) ?? "").replace(/\.edict$/, "");
      return piece === "" ? [] : [{ text: piece, scope }];
    });
  });
}
