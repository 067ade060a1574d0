/**
 * The snippets, offered at the start of a line while the language server does not run. The server offers whole rules
 * of its own, which know the names of the rulebook; both at once would be one too many.
 */
import type { CompletionItemProvider } from "vscode";
import { CompletionItem, CompletionItemKind, languages, SnippetString, Uri, workspace } from "vscode";
import type { Feature } from "./feature.js";

interface Snippet {
  readonly name: string;
  readonly prefix: string;
  readonly description: string;
  readonly body: string;
}

export const snippets: Feature = ({ client, extensionUri, log }) => {
  let known: readonly Snippet[] | null = null;
  const provider: CompletionItemProvider = {
    provideCompletionItems: async (document, position) => {
      const before = document.lineAt(position).text.slice(0, position.character);
      if (client.running !== null || !/^\s*[\w-]*$/.test(before)) return [];
      try {
        known ??= await read(Uri.joinPath(extensionUri, "snippets", "edict.json"));
      } catch (error) {
        log.fault("reading the snippets", error);
      }
      return (known ?? []).map(itemOf);
    },
  };
  return [languages.registerCompletionItemProvider({ language: "edict" }, provider)];
};

function itemOf({ name, prefix, description, body }: Snippet): CompletionItem {
  const item = new CompletionItem({ label: prefix, description: name }, CompletionItemKind.Snippet);
  item.insertText = new SnippetString(body);
  item.detail = description === "" ? name : description;
  return item;
}

/** The file is our own; what it holds is held by a test. */
async function read(file: Uri): Promise<readonly Snippet[]> {
  const content: Readonly<
    Record<string, Partial<Omit<Snippet, "name" | "body">> & { readonly body: readonly string[] }>
  > = JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(file)));
  return Object.entries(content).map(([name, { prefix = name, description = "", body }]) => ({
    name,
    prefix,
    description,
    body: body.join("\n"),
  }));
}
