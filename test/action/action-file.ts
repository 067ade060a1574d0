/**
 * `action.yml` as these tests read it: its inputs and its steps, in the few forms of YAML that the file keeps to. Whatever
 * else stands in it is an error here, so that no step can hide from what is run and looked at.
 */
import { readFileSync } from "node:fs";

export interface ActionInput {
  readonly name: string;
  readonly default: string;
}

export interface ActionStep {
  readonly name: string;
  readonly env: ReadonlyMap<string, string>;
  readonly run: string;
}

export interface ActionFile {
  readonly inputs: readonly ActionInput[];
  readonly steps: readonly ActionStep[];
}

/** Reads the file. */
export function readActionFile(path: string): ActionFile {
  const text = readFileSync(path, "utf8");
  const [head = "", body = "", more] = text.split("runs:\n  using: composite\n  steps:\n");
  const [, listed = ""] = head.split("\ninputs:\n");
  if (more !== undefined || body === "" || listed === "") throw new Error(`${path} has another form than expected`);
  return {
    inputs: items(listed, /^ {2}([a-z-]+):\n/m, /^ {4}(description|default): (.+)$/).map(({ name, values }) => ({
      name,
      default: unquoted(values.get("default") ?? ""),
    })),
    steps: items(body, /^ {4}- name: (.+)\n/m, /^ {6}(?: {2}([A-Z_]+)|(shell|env|run)):(?: (.+))?$/).map(
      ({ name, values }) => {
        const run = values.get("run");
        if (values.get("shell") !== "bash" || run === undefined)
          throw new Error(`the step ${name} lacks its shell or run`);
        const env = [...values].filter(([key]) => /^[A-Z_]+$/.test(key));
        return { name, run, env: new Map(env) };
      },
    ),
  };
}

interface Item {
  readonly name: string;
  readonly values: ReadonlyMap<string, string>;
}

/** Items that begin with a name, each followed by lines of one form. */
function items(text: string, begin: RegExp, line: RegExp): readonly Item[] {
  const [before = "", ...parts] = text.split(begin);
  if (before !== "") throw new Error(`not understood: ${before}`);
  return parts.flatMap((name, index) => {
    if (index % 2 === 1) return [];
    const values = new Map<string, string>();
    for (const written of (parts[index + 1] ?? "").trimEnd().split("\n")) {
      const found = line.exec(written);
      if (found === null) throw new Error(`not understood: ${written}`);
      const [key = "", value = ""] = found.slice(1).filter((group) => group !== undefined);
      if (values.has(key)) throw new Error(`said twice: ${written}`);
      values.set(key, value);
    }
    return [{ name, values }];
  });
}

function unquoted(text: string): string {
  return text.replace(/^"(.*)"$/, "$1");
}
