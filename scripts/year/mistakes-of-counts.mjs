// Mistakes of number, of what is left out, and of who is named as the payer. Each has the shape that mistakes-of-codes.mjs
// describes.
import { codesOf2026, later } from "./calendar.mjs";

const medicare = ({ payer }) => payer.medicare === true;
const hasBoth = ({ facility, inpatient }) => facility.holds === "both" && !inpatient;
const hospitals = ({ form }) => form === "institutional";
const of2025 = ({ day }) => day < codesOf2026;
const is2026 = ({ day }) => day >= codesOf2026;
const each = (lines, rule) => lines.map((line) => [line, rule]);
const has = (course, code) => course.first(code) !== undefined;

/** One line more of a code, some days after the last one of it. */
const oneMore = (code, after, rules, fits = () => true) => ({
  name: `${code} once too often`,
  fits: (course) => has(course, code) && fits(course),
  plant(course) {
    const last = course
      .all(code)
      .sort((a, b) => a.day - b.day)
      .at(-1);
    const side = hospitals(last) ? "hospital" : "physician";
    const line = course.bill(side, later(last.day, after), code, { modifiers: last.modifiers });
    return rules.map((rule) => [line, rule]);
  },
});

/** Two fractions more change nothing in what such a course is allowed. */
const isOfWholeWeeks = (course) =>
  course.fractions().length % 5 === 0 && course.fractions().every(({ modifiers }) => !modifiers.includes("76"));

/** Another name of the payer on every line. */
const namedAs = (payer, fits, found) => ({
  name: `billed to ${payer}`,
  fits,
  plant(course) {
    for (const line of course.lines) line.payer = payer;
    return found(course);
  },
});

export const mistakesOfCounts = [
  oneMore("77372", 1, ["RO-LIMIT-RADIOSURGERY"], medicare),
  oneMore("77432", 1, ["RO-LIMIT-RADIOSURGERY-MANAGEMENT"], medicare),
  oneMore("77435", 1, ["RO-LIMIT-STEREO-MANAGEMENT"]),
  oneMore("G0339", 9, ["RO-LIMIT-ROBOTIC-FIRST"]),
  oneMore("77307", 1, ["RO-LIMIT-ISODOSE"], ({ kind }) => kind === "palliative"),
  {
    name: "too many port images",
    fits: (course) => medicare(course) && course.kind === "conformal" && course.fractions().length === 15,
    plant(course) {
      const line = course.technical(course.fractions().at(-1).day, "77417");
      return [[line, "RO-LIMIT-IMAGES"]];
    },
  },
  {
    name: "three fractions on one day",
    fits: (course) => medicare(course) && isOfWholeWeeks(course) && course.all("77412").some(of2025),
    plant(course) {
      const line = course.first("77412");
      line.units = 3;
      return [
        [line, "RO-LIMIT-UNITS-2025"],
        [line, "RO-LIMIT-TWO-SESSIONS"],
      ];
    },
  },
  {
    name: "guidance three times on one day",
    fits: (course) => medicare(course) && !course.isCentre && course.all("77014").some(of2025),
    plant(course) {
      const line = course.first("77014");
      line.units = 3;
      return [[line, "RO-LIMIT-UNITS-PHYSICIAN-2025"]];
    },
  },
  {
    name: "77386 three times on one day",
    fits: (course) => medicare(course) && isOfWholeWeeks(course) && has(course, "77386"),
    plant(course) {
      const line = course.first("77386");
      line.units = 3;
      return [
        [line, "RO-LIMIT-UNITS-IMRT-HOSPITAL"],
        [line, "RO-LIMIT-TWO-SESSIONS"],
      ];
    },
  },
  {
    name: "the calculations of the plan not charged",
    fits: (course) => course.kind === "imrt" && hasBoth(course),
    plant(course) {
      for (const line of course.all("77300")) course.drop(line);
      return [[course.first("77301"), "RO-MISSING-DOSIMETRY"]];
    },
  },
  {
    name: "the consultation not charged",
    fits: (course) =>
      hasBoth(course) && ["7726", "9920"].every((start) => course.lines.some(({ code }) => code.startsWith(start))),
    plant(course) {
      course.drop(course.lines.find(({ code }) => code.startsWith("9920")));
      const visit = course.lines.filter(({ code }) => code.startsWith("7726")).sort((a, b) => a.day - b.day)[0];
      const isSeenElsewhere = course.lines.some(({ code, day }) => code.startsWith("992") && day <= visit.day);
      return isSeenElsewhere ? [] : [[visit, "RO-SEQ-CONSULT"]];
    },
  },
  {
    name: "no device charged",
    fits: (course) => course.kind === "conformal" && hasBoth(course),
    plant(course) {
      for (const line of course.all("77334")) course.drop(line);
      return [[course.fractions()[0], "RO-SEQ-DEVICES"]];
    },
  },
  {
    name: "the leaf device before its plan",
    fits: (course) => course.kind === "imrt" && hasBoth(course) && course.all("77301").length < 3,
    plant(course) {
      for (const line of course.all("77338")) line.day = course.first("77263").day;
      return [
        ...each(course.all("77338"), "RO-SEQ-LEAF-DEVICE"),
        [course.first("77301"), "RO-MISSING-LEAF-DEVICE"],
        ...(medicare(course)
          ? each(
              course.all("77334").filter((device) => device.day === course.first("77263").day),
              "RO-BUNDLE-LEAF-DEVICES",
            )
          : []),
      ];
    },
  },
  {
    name: "physics before the first fraction",
    fits: (course) => course.kind === "imrt" && !course.payer.physicsUp && has(course, "77336") && hasBoth(course),
    plant(course) {
      const line = course.all("77336").sort((a, b) => a.day - b.day)[0];
      line.day = later(course.first("77301").day, 1);
      return [[line, "RO-SEQ-PHYSICS"]];
    },
  },
  {
    name: "physics billed to the plan that does not take it",
    fits: (course) => course.payer.priority === true && ["imrt", "conformal"].includes(course.kind) && hasBoth(course),
    plant(course) {
      const line = course.technical(course.first("77263").day, "77336");
      return [[line, "RO-SEQ-PHYSICS"], ...(is2026(line) ? [] : [[line, "RO-PRIORITY-NOT-BILLED"]])];
    },
  },
  {
    name: "the technical part of an inpatient",
    fits: (course) => course.inpatient && medicare(course) && has(course, "77290"),
    plant(course) {
      const line = course.first("77290");
      line.modifiers = ["TC"];
      return [
        [line, "RO-SETTING-INPATIENT"],
        [line, "RO-SETTING-PHYSICIAN-PART"],
      ];
    },
  },
  {
    name: "both parts apart in a centre",
    fits: (course) => course.isCentre && has(course, "77295"),
    plant(course) {
      const line = course.first("77295");
      const { day } = line;
      line.modifiers = ["26"];
      course.physician(day, "77295", { modifiers: ["TC"] });
      return [[line, "RO-SETTING-GLOBAL"]];
    },
  },
  {
    name: "77401 after its end",
    fits: (course) => has(course, "77437") && course.first("77437").day >= codesOf2026,
    plant(course) {
      const line = course.first("77437");
      line.code = "77401";
      return [[line, "RO-ENDED-SUPERFICIAL"]];
    },
  },
  {
    name: "the third level without its reason",
    fits: (course) => course.kind === "imrt" && !course.motion && course.fractions().every(is2026) && hasBoth(course),
    plant(course) {
      for (const line of course.fractions()) line.code = "77412";
      return [[course.fractions()[0], "RO-COVER-LEVEL-THREE"]];
    },
  },
  {
    name: "the IMRT plan without a diagnosis",
    fits: (course) => medicare(course) && course.kind === "imrt" && has(course, "77301"),
    plant(course) {
      const line = course.first("77301");
      line.diagnoses = "";
      return [[line, "RO-COVER-IMRT-DIAGNOSIS"]];
    },
  },
  {
    name: "a plan and no treatment",
    fits: (course) => course.kind === "conformal" && hasBoth(course),
    plant(course) {
      const { day } = course.first("77295");
      for (const line of course.lines.filter((late) => late.day > day && !late.code.startsWith("99")))
        course.drop(line);
      return [[course.first("77295"), "RO-AUDIT-PLAN-ALONE"]];
    },
  },
  {
    name: "lung, one fraction past what the payer covers",
    fits: (course) =>
      course.payer.united === true &&
      course.site === "lung" &&
      course.fractions().length === 35 &&
      course.fractions().at(-1).day !== codesOf2026 - 1,
    plant(course) {
      const last = course.fractions().at(-1);
      const line = course.technical(later(last.day, 1), last.code);
      return [[line, "RO-UNITED-LUNG"]];
    },
  },
  {
    name: "a second calculation of superficial treatment",
    fits: (course) => course.payer.blue === true && course.kind === "superficial" && has(course, "77300"),
    plant(course) {
      const first = course.first("77300");
      const { modifiers } = first;
      const line = course.bill(hospitals(first) ? "hospital" : "physician", later(first.day, 5), "77300", {
        modifiers,
      });
      return [[line, "RO-BLUE-SUPERFICIAL-DOSIMETRY"]];
    },
  },
  {
    name: "planning of superficial treatment",
    fits: (course) => hasBoth(course) && has(course, "77280") && course.first("77401")?.day < codesOf2026,
    plant(course) {
      const line = course.physician(course.first("77280").day, "77261");
      return [[line, "RO-BUNDLE-SUPERFICIAL-COURSE"]];
    },
  },
  {
    name: "guidance of superficial treatment",
    fits: (course) => course.payer.united === true && has(course, "77401"),
    plant(course) {
      const line = course.part(course.first("77401").day, "77014");
      return [[line, "RO-UNITED-SUPERFICIAL-GUIDANCE"]];
    },
  },
  namedAs(
    "ROCR PILOT",
    (course) => course.kind === "palliative" && hasBoth(course) && course.payer.name === "AETNA PPO",
    (course) => each(course.lines.filter(isPlanningOrFraction), "RO-VALUE-CASE-RATE-BILL"),
  ),
  namedAs(
    "EPISODE PLAN E",
    (course) => course.kind === "conformal" && hasBoth(course) && course.payer.name === "AETNA PPO",
    (course) => each(course.lines.filter(isInEpisode), "RO-VALUE-INSIDE"),
  ),
];

const isInEpisode = ({ code }) => /^77(?:280|290|29[35]|300|307|33[46]|402|407|412|427)$/.test(code);
const isPlanningOrFraction = ({ code }) => /^77(?:26|29|30|33|4)/.test(code);
