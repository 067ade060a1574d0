// The rules that may speak of a line which is billed as it should be, and why: they ask what no charge can answer. Whatever
// else is found besides the key is a false alarm, of the rule or of the year's own making.

export const asks = {
  "RO-LIMIT-MANAGEMENT-COURSE": "the fractions are not in the file",
  "RO-DATE-FIRST-OF-COURSE": "the physician's lines are not in the file",
  "RO-DATE-FIRST-OF-FIVE": "the fractions are not in the file",
  "RO-DATE-LAST-OF-FIVE": "the fractions are not in the file",
  "RO-DATE-OF-A-FRACTION": "the fractions are not in the file",
  "RO-MISSING-TECHNICAL": "the hospital's lines are not in the file",
  "RO-MISSING-PHYSICIAN": "the physician's lines are not in the file",
  "RO-MISSING-MANAGEMENT": "the physician's lines are not in the file",
  "RO-MISSING-PLANNING-VISIT": "the physician's lines are not in the file",
  "RO-MISSING-STEREO-MANAGEMENT": "the physician's lines are not in the file",
  "RO-MISSING-RADIOSURGERY-MANAGEMENT": "the physician's lines are not in the file",
  "RO-MISSING-LEAF-DEVICE": "the plan is for protons, whose fractions are not in the file",
  "RO-SEQ-SIMULATION": "the hospital's simulation is inside its IMRT plan",
  "RO-SEQ-VISIT-DURING": "a visit after a fraction, where another mistake is the visit itself",
  "RO-UNITED-PROSTATE-LISTED": "the policy's listed reasons are in the chart",
  "RO-AUDIT-PHYSICS-CONSULT": "the request and the report are in the chart",
  "RO-AUDIT-HIGH-VALUE": "a person looks at each",
};
