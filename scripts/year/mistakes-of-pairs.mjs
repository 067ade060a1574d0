// Mistakes of two codes on one day: one line more beside a line that is there, on the same bill. Each has the shape that
// mistakes-of-codes.mjs describes; `rules` is what finds the line that was added.
import { codesOf2026 } from "./calendar.mjs";
import { byDay } from "./course.mjs";

const medicare = ({ payer }) => payer.medicare === true;
const centre = (course) => course.isCentre && medicare(course);
const of2025 = ({ day }) => day < codesOf2026;
const always = () => true;
const hasOnePlan = (course) => course.all("77301").length <= 2;

/** A line of a code is billed on the day of another, where a centre treats a Medicare patient. */
const inCentre = (beside, code, rules, { test = always, more = {}, fits = always } = {}) => ({
  name: `${code} beside ${beside} in a centre`,
  fits: (course) => centre(course) && fits(course) && anchor(course, beside, "professional", test) !== undefined,
  plant(course) {
    const line = course.bill("physician", anchor(course, beside, "professional", test).day, code, more);
    return rules.map((rule) => [line, rule]);
  },
});

/** The same on the hospital bill of a Medicare patient. */
const onHospitalBill = (beside, code, rules, { test = always, fits = always } = {}) => ({
  name: `${code} beside ${beside} on the hospital bill`,
  fits: (course) => medicare(course) && fits(course) && anchor(course, beside, "institutional", test) !== undefined,
  plant(course) {
    const line = course.bill("hospital", anchor(course, beside, "institutional", test).day, code);
    return rules.map((rule) => [line, rule]);
  },
});

/** The first line of a code on a kind of bill that passes a test. */
const anchor = (course, code, form, test) =>
  course.lines.filter((line) => line.code === code && line.form === form && test(line)).sort(byDay)[0];

const secondPlanningVisit = ["RO-LIMIT-PLANNING-VISIT", "RO-SEQ-PLANNING-VISIT"];
const isKind =
  (...kinds) =>
  ({ kind }) =>
    kinds.includes(kind);

export const mistakesOfPairs = [
  inCentre("77301", "77331", ["RO-BUNDLE-OTHER-PLANS"]),
  inCentre("77301", "77417", ["RO-BUNDLE-PLAN-IMAGES"], { fits: isKind("imrt") }),
  inCentre("77301", "77014", ["RO-BUNDLE-PLAN-GUIDANCE"], { test: of2025 }),
  inCentre("77301", "77470", ["RO-BUNDLE-PLAN-SPECIAL"]),
  inCentre("77301", "77334", ["RO-BUNDLE-PLAN-DEVICES", "RO-BUNDLE-LEAF-DEVICES"], { fits: isKind("imrt") }),
  inCentre("77301", "77334", ["RO-AUDIT-BYPASS"], { fits: isKind("imrt"), more: { modifiers: ["59"] } }),
  inCentre("77301", "77263", ["RO-BUNDLE-PLANNING-VISIT", ...secondPlanningVisit], { fits: isKind("imrt") }),
  inCentre("77263", "77261", ["RO-BUNDLE-LADDER", "RO-LIMIT-PLANNING-VISIT"]),
  inCentre("77290", "77280", ["RO-BUNDLE-LADDER"], { fits: isKind("conformal") }),
  inCentre("77336", "77370", ["RO-BUNDLE-PHYSICS-CONSULT", "RO-AUDIT-PHYSICS-CONSULT"], { fits: isKind("conformal") }),
  inCentre("77295", "77014", ["RO-BUNDLE-3D-CT"], { test: of2025 }),
  inCentre("77771", "77770", ["RO-BUNDLE-BRACHY-LADDER"]),
  inCentre("77771", "77336", ["RO-BUNDLE-BRACHY-MANAGEMENT"], { fits: ({ site }) => site === "breast" }),
  inCentre("G6015", "77334", ["RO-BUNDLE-G6015-APART"]),
  inCentre("G6015", "77321", ["RO-BUNDLE-G6015-NEVER"]),
  inCentre("77523", "77522", ["RO-BUNDLE-PROTON-LADDER", "RO-LIMIT-TWO-SESSIONS"]),
  inCentre("77523", "77373", ["RO-BUNDLE-PROTON-PHOTON", "RO-MISSING-STEREO-MANAGEMENT"], { test: of2025 }),
  inCentre("77373", "77332", ["RO-BUNDLE-STEREO-PLANNING"]),
  inCentre("77373", "77432", ["RO-BUNDLE-STEREO-KINDS"]),
  inCentre("77373", "G6012", ["RO-BUNDLE-STEREO-DELIVERY"], { test: of2025 }),
  inCentre("77435", "77470", ["RO-BUNDLE-STEREO-MANAGEMENT", "RO-BUNDLE-STEREO-PLANNING"]),
  inCentre("77401", "77014", ["RO-BUNDLE-SUPERFICIAL-GUIDANCE"], { test: of2025 }),
  inCentre("77014", "G6001", ["RO-BUNDLE-CT-GUIDANCE"], { test: of2025, fits: isKind("imrt") }),
  inCentre("77427", "99238", ["RO-BUNDLE-VISIT-NEVER"]),
  onHospitalBill("77301", "77387", ["RO-BUNDLE-PLAN-GUIDANCE-HOSPITAL"], { test: of2025 }),
  onHospitalBill("77386", "77334", ["RO-BUNDLE-HOSPITAL-IMRT-APART"], { test: of2025 }),
  onHospitalBill("77386", "77331", ["RO-BUNDLE-HOSPITAL-IMRT-NEVER"], { test: of2025, fits: hasOnePlan }),
  onHospitalBill("77412", "77407", ["RO-BUNDLE-PHOTON-LADDER", "RO-LIMIT-TWO-SESSIONS"], { test: of2025 }),
  onHospitalBill("77412", "G6012", ["RO-BUNDLE-TWINS", "RO-SETTING-HOSPITAL", "RO-LIMIT-TWO-SESSIONS"], {
    test: of2025,
  }),
  {
    name: "radiosurgery on a day of 77386",
    fits: (course) => medicare(course) && anchor(course, "77386", "institutional", of2025) !== undefined,
    plant(course) {
      const { day } = anchor(course, "77386", "institutional", of2025);
      const line = course.bill("hospital", day, "77372");
      const sameDay = course.all("77386").filter((delivery) => delivery.day === day);
      return [
        ...sameDay.map((delivery) => [delivery, "RO-BUNDLE-IMRT-STEREO"]),
        [line, "RO-MISSING-RADIOSURGERY-MANAGEMENT"],
      ];
    },
  },
];
