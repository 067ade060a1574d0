/**
 * The tests of all rulebooks as the editor's tree has them: rulebooks, where there are several, their files, their tests.
 * A file is asked for anew when it is edited; all files are when some come or go.
 */
import type { TestFile } from "@edict/lsp";
import type { TestController, TestItem } from "vscode";
import { Uri } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";

/** A test within its file. */
export interface Leaf {
  readonly uri: string;
  readonly id: string;
  readonly item: TestItem;
}

export class TestTree {
  readonly #controller: TestController;
  /** The items of files, by their address. */
  readonly #files = new Map<string, TestItem>();

  constructor(controller: TestController) {
    this.#controller = controller;
  }

  /** All files with tests, as they stand now. */
  async readAll(server: LanguageClient): Promise<void> {
    const files = await server.sendRequest<readonly TestFile[]>("edict/tests", { uri: null });
    this.#files.clear();
    const rulebooks = [...new Set(files.map(({ rulebook }) => rulebook))];
    const groups = rulebooks.map((rulebook) => {
      const items = files.filter((file) => file.rulebook === rulebook).map((file) => this.#fileItem(server, file));
      return { rulebook, items };
    });
    const [only, ...others] = groups;
    if (only === undefined || others.length === 0) {
      this.#controller.items.replace(only?.items ?? []);
      return;
    }
    this.#controller.items.replace(
      groups.map(({ rulebook, items }) => {
        const folder = Uri.parse(rulebook);
        const item = this.#controller.createTestItem(rulebook, nameOf(folder.path), folder);
        item.children.replace(items);
        return item;
      }),
    );
  }

  /** One file that was edited. A file that had no test before may have one now, and the other way round. */
  async readFile(server: LanguageClient, uri: string): Promise<void> {
    const [file] = await server.sendRequest<readonly TestFile[]>("edict/tests", { uri });
    const item = this.#files.get(uri);
    const count = file?.tests.length ?? 0;
    if ((item === undefined) !== (count === 0)) {
      await this.readAll(server);
      return;
    }
    if (item !== undefined && file !== undefined) this.#fill(server, item, file);
  }

  /** The tests at and below some items, or all; without those that are left out. */
  leaves(of: readonly TestItem[] | undefined, without: readonly TestItem[] = []): readonly Leaf[] {
    const leaves: Leaf[] = [];
    const add = (item: TestItem): void => {
      if (without.includes(item)) return;
      const uri = item.parent?.id;
      if (uri !== undefined && this.#files.get(uri) === item.parent) leaves.push({ uri, id: item.id, item });
      item.children.forEach(add);
    };
    if (of === undefined) this.#controller.items.forEach(add);
    else for (const item of of) add(item);
    return leaves;
  }

  /** The test of a file whose text begins in this line. */
  itemAt(uri: string, line: number): TestItem | null {
    const found: TestItem[] = [];
    this.#files.get(uri)?.children.forEach((item) => {
      if (item.range?.start.line === line) found.push(item);
    });
    return found[0] ?? null;
  }

  #fileItem(server: LanguageClient, file: TestFile): TestItem {
    const item = this.#controller.createTestItem(file.uri, file.path, server.protocol2CodeConverter.asUri(file.uri));
    this.#files.set(file.uri, item);
    this.#fill(server, item, file);
    return item;
  }

  #fill(server: LanguageClient, file: TestItem, { tests }: TestFile): void {
    // What is known already keeps its result.
    const items = tests.map(({ id, title, range }) => {
      const item = file.children.get(id) ?? this.#controller.createTestItem(id, title, file.uri);
      item.range = server.protocol2CodeConverter.asRange(range);
      return item;
    });
    file.children.replace(items);
  }
}

function nameOf(path: string): string {
  return path.split("/").findLast((part) => part !== "") ?? path;
}
