// A rulebook of many rules in many files, for the benchmark of the editor: sets and parties in files of their own, one
// file of about a thousand lines, all others small. Everything is invented and follows from the counts.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { manyRules } from "../many-rules.mjs";

/** Rules of the long file; each has about nine lines. */
const longFileRules = 115;

/** Writes the rulebook into a folder and gives the path of the long file. */
export function writeManyFiles(folder, { rules, files }) {
  const [head, ...texts] = manyRules(rules).split(/(?=^# Invented rule )/m);
  const sets = Array.from({ length: 200 }, (_, index) => setText(index)).join("");
  mkdirSync(join(folder, "rules"), { recursive: true });
  writeFileSync(join(folder, "edict.json"), "{}\n");
  writeFileSync(join(folder, "sets.edict"), `${head}${sets}`);
  const long = join("rules", "long.edict");
  writeFileSync(join(folder, long), texts.slice(0, longFileRules).join(""));
  const rest = texts.slice(longFileRules);
  const others = files - 2;
  for (let file = 0; file < others; file++) {
    const from = Math.floor((file * rest.length) / others);
    const until = Math.floor(((file + 1) * rest.length) / others);
    const text = rest
      .slice(from, until)
      .map((rule, index) => using(rule, from + index))
      .join("");
    writeFileSync(
      join(folder, "rules", `part-${String(file).padStart(3, "0")}.edict`),
      `${text}${testText(rest[from])}`,
    );
  }
  return long;
}

/** Rules name sets, as people's rules do. */
function using(rule, index) {
  return rule.replace(/\bPlanning\b/, `Set${index % 200}`);
}

function setText(index) {
  const first = 20_000 + index * 50;
  return `codes Set${index} = ${first}..${first + 20}, ${first + 30}${index > 0 && index % 5 === 0 ? `, Set${index - 1}` : ""}\n`;
}

function testText(rule) {
  const id = /^rule (\S+)/m.exec(rule)[1];
  return `test "an invented test of ${id}"\n  given payer Medicare, place 22, starting 2026-03-02\n  day 1 77290\n  day 3 77301 x2\n  expect no ${id}\n`;
}
