// The line rules in @cedar-policy/cedar-wasm: a policy each, parsed once. A line is a context; what a policy permits is a
// finding, and the policies that did are the rules.
import * as cedar from "@cedar-policy/cedar-wasm/nodejs";
import { coverage, limitRule, setting } from "../line-rules.mjs";
import { linesOf, measure } from "./lines.mjs";

const set = (values) => `[${values.map((value) => `"${value}"`).join(", ")}]`;
const permit = (condition) => `permit(principal, action, resource) when { ${condition} };`;
const staticPolicies = {
  [limitRule]: permit("context has limit && context.units > context.limit"),
  [coverage.id]: permit(
    `${set(coverage.codes)}.contains(context.code) && (context.payer == "MEDICARE" || context.payer like "MEDICARE PART B*") && !${set(coverage.diagnoses)}.containsAny(context.diagnoses)`,
  ),
  [setting.id]: permit(`${set(setting.codes)}.contains(context.code) && ["19", "22"].contains(context.place)`),
};
const parsed = cedar.preparsePolicySet("rules", { staticPolicies });
if (parsed.type !== "success") throw new Error(JSON.stringify(parsed));

const input = linesOf(process.argv.slice(2));
const uid = { type: "Edict", id: "line" };
await measure(input, (lines) => {
  const keys = [];
  for (const { row, ...context } of lines) {
    const answer = cedar.statefulIsAuthorized({
      ...{ principal: uid, action: uid, resource: uid, context },
      ...{ preparsedPolicySetId: "rules", entities: [], preparsedSchemaName: null, validateRequest: false },
    });
    if (answer.type !== "success" || answer.response.diagnostics.errors.length > 0)
      throw new Error(JSON.stringify(answer));
    for (const rule of answer.response.diagnostics.reason) keys.push(`${rule},${row}`);
  }
  return keys;
});
