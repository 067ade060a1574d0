/** Whether the action fails, and for what. */

/** A sentence for each reason to fail; none where all is well. */
export function judge(codes, diff, inputs) {
  const failures = [];
  if (codes.check === 1) failures.push("edict check finds errors in the rules");
  if (codes.fmt === 1) failures.push(`rule files are not in the one layout; run edict fmt ${inputs.rules}`);
  if (codes.test === 1) failures.push("tests of the rules fail; edict test shows them");
  for (const [name, code] of Object.entries(codes)) {
    if (code > 1) failures.push(`edict ${name} could not do its job; its step says why`);
  }
  return [...failures, ...judgeDiff(diff, inputs)];
}

/** A change of which it could not be told whether it is one is for the reviewer, as any change is. */
function judgeDiff({ asked, code, page }, { closedThrough, failOn }) {
  if (!asked || code === 0) return [];
  if (page === "") return ["what changes in the rules could not be told; the step edict diff says why"];
  if (failOn === "change") return ["rules change in meaning, and fail-on is change"];
  if (failOn === "never" || closedThrough === "") return [];
  return [`service dates up to ${closedThrough} get other results, and a rule names nobody for it in its because`];
}
