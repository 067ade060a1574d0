// The line rules in @gorules/zen-engine, two hundred lines a call: its best mode, since a call costs most of the time.
import { ZenEngine } from "@gorules/zen-engine";
import { coverage, limitRule, setting } from "../line-rules.mjs";
import { linesOf, measure } from "./lines.mjs";

const text = (values) => `[${values.map((value) => `'${value}'`).join(", ")}]`;
const rules = {
  [limitRule]: "#.units > #.limit",
  [coverage.id]: `#.code in ${text(coverage.codes)} and (#.payer == 'MEDICARE' or startsWith(#.payer, 'MEDICARE PART B')) and not some(#.diagnoses, # in ${text(coverage.diagnoses)})`,
  [setting.id]: `#.code in ${text(setting.codes)} and #.place in ['19', '22']`,
};
const expressions = Object.entries(rules).map(([key, condition]) => ({
  id: key,
  key,
  value: `map(lines, ${condition})`,
}));
const decision = new ZenEngine().createDecision({
  contentType: "application/vnd.gorules.decision",
  nodes: [
    { id: "in", name: "in", type: "inputNode", position: { x: 0, y: 0 } },
    { id: "rules", name: "rules", type: "expressionNode", position: { x: 1, y: 0 }, content: { expressions } },
    { id: "out", name: "out", type: "outputNode", position: { x: 2, y: 0 } },
  ],
  edges: [
    { id: "1", type: "edge", sourceId: "in", targetId: "rules" },
    { id: "2", type: "edge", sourceId: "rules", targetId: "out" },
  ],
});

const input = linesOf(process.argv.slice(2));
await measure(input, async (lines) => {
  const keys = [];
  for (let start = 0; start < lines.length; start += 200) {
    const batch = lines.slice(start, start + 200);
    const { result } = await decision.evaluate({ lines: batch });
    for (const rule of Object.keys(rules)) {
      result[rule].forEach((found, index) => {
        if (found) keys.push(`${rule},${batch[index].row}`);
      });
    }
  }
  return keys;
});
