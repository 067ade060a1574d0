// The line rules in json-rules-engine, with operators of our own that look values up in sets: its own `contains`, once
// for each of sixty diagnoses, is many times slower.
import { Engine } from "json-rules-engine";
import { coverage, isMedicare, limitRule, setting } from "../line-rules.mjs";
import { linesOf, measure } from "./lines.mjs";

const engine = new Engine([], { allowUndefinedFacts: true });
const setsOf = new Map();
const known = (values) => {
  if (!setsOf.has(values)) setsOf.set(values, new Set(values));
  return setsOf.get(values);
};
engine.addOperator("inSet", (value, values) => known(values).has(value));
engine.addOperator("noneInSet", (list, values) => !list.some((value) => known(values).has(value)));
engine.addOperator("isMedicare", (payer) => isMedicare(payer));
const rule = (type, all) => engine.addRule({ conditions: { all }, event: { type } });
rule(limitRule, [{ fact: "units", operator: "greaterThan", value: { fact: "limit" } }]);
rule(coverage.id, [
  { fact: "code", operator: "inSet", value: coverage.codes },
  { fact: "payer", operator: "isMedicare", value: true },
  { fact: "diagnoses", operator: "noneInSet", value: coverage.diagnoses },
]);
rule(setting.id, [
  { fact: "code", operator: "inSet", value: setting.codes },
  { fact: "place", operator: "inSet", value: ["19", "22"] },
]);

const input = linesOf(process.argv.slice(2));
await measure(input, async (lines) => {
  const keys = [];
  for (const line of lines) {
    const { events } = await engine.run(line);
    for (const { type } of events) keys.push(`${type},${line.row}`);
  }
  return keys;
});
