/** The extension's manifest, as far as the tests ask it. */
import { paths, read } from "../tidy/tree.js";

/** What is read of `package.json`. */
export interface Manifest {
  readonly main: string;
  readonly icon: string;
  readonly files: readonly string[];
  readonly contributes: {
    readonly languages: readonly { readonly configuration: string; readonly icon: Readonly<Record<string, string>> }[];
    readonly jsonValidation: readonly { readonly url: string }[];
    readonly grammars: readonly { readonly path: string }[];
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, SettingSchema>> };
    readonly semanticTokenTypes: readonly { readonly id: string }[];
    readonly semanticTokenScopes: readonly { readonly scopes: Readonly<Record<string, readonly string[]>> }[];
    readonly walkthroughs: readonly { readonly steps: readonly WalkthroughStep[] }[];
  };
}

/** A setting. */
export interface SettingSchema {
  readonly default: unknown;
  readonly markdownDescription?: string;
}

/** A step of a walkthrough. */
export interface WalkthroughStep {
  readonly description: string;
  readonly media: { readonly markdown: string };
}

/** The manifest. */
export const manifest: Manifest = JSON.parse(read("packages/vscode/package.json"));

/** The extension's own code, by path. */
export const sources: ReadonlyMap<string, string> = new Map(
  paths
    .filter((path) => path.startsWith("packages/vscode/src/") && !path.endsWith(".test.ts"))
    .map((path) => [path, read(path)]),
);
