/** Whether the action fails, and for what. */

/** A sentence for each reason to fail; none where all is well. */
export function judge(codes, diff, { rules, failOn }) {
  const failures = [];
  if (codes.check === 1) failures.push("edict check finds errors in the rules");
  if (codes.fmt === 1) failures.push(`rule files are not in the one layout; run edict fmt ${rules}`);
  if (codes.test === 1) failures.push("tests of the rules fail; edict test shows them");
  for (const [name, code] of Object.entries(codes)) {
    if (code > 1) failures.push(`edict ${name} could not do its job; its step says why`);
  }
  return [...failures, ...judgeDiff(diff, failOn)];
}

/** A change of which it could not be told whether it is one is for the reviewer, as any change is. */
function judgeDiff({ asked, code, page }, failOn) {
  if (!asked || code === 0) return [];
  if (page === "") return ["what changes in the rules could not be told; the step edict diff says why"];
  return failOn === "change" ? ["rules change in meaning, and fail-on is change"] : [];
}
