/** The pages of `docs/diagnostics`: one for each code, with a block to avoid, what `edict check` says of it, and a block to prefer. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const folder = fileURLToPath(new URL("../../docs/diagnostics/", import.meta.url));

export interface Page {
  readonly code: string;
  readonly title: string;
  /** What the blocks are: rules, or an `edict.json`. */
  readonly language: "edict" | "json";
  readonly avoid: string;
  /** What `edict check` says of the block to avoid, as the page has it. */
  readonly said: string;
  /** Null where what to prefer lies outside of the text, such as a file that must be there. */
  readonly prefer: string | null;
}

const layout =
  /^# (?<title>\S+)\n\n[^]+?\n\n## Avoid\n\n```(?<language>edict|json)\n(?<avoid>[^]*?\n)```\n\n```text\n(?<said>[^]*?)```\n\n## Prefer\n\n(?:```\k<language>\n(?<prefer>[^]*?\n)```\n|(?!```)[^]+?```text\n[^`]+```\n)$/;

/** Every page, by code. */
export function readPages(): readonly Page[] {
  return readdirSync(folder)
    .filter((name) => name !== "README.md")
    .sort()
    .map((name) => {
      const parts = layout.exec(readFileSync(folder + name, "utf8"))?.groups;
      if (parts === undefined) throw new Error(`docs/diagnostics/${name} is not laid out as the other pages are`);
      const language = parts["language"] === "json" ? "json" : "edict";
      const { title = "", avoid = "", said = "", prefer = null } = parts;
      return { code: name.replace(/\.md$/, ""), title, language, avoid, said, prefer };
    });
}

/** Writes what `edict check` says into the page. */
export function accept({ code, said: old }: Page, said: string): void {
  const path = `${folder}${code}.md`;
  const text = readFileSync(path, "utf8");
  writeFileSync(
    path,
    text.replace("```text\n" + old + "```", () => "```text\n" + said + "```"),
  );
}
