// Mistakes in the code, its modifiers, its place and its coverage. `fits` says in which courses one can be planted, `plant`
// changes the lines and returns what the rules should find: pairs of a line and a rule.
import { codesOf2026, dayOf, later } from "./calendar.mjs";

const is2026 = ({ day }) => day >= codesOf2026;
const is2025 = ({ day }) => day < codesOf2026;
const hasBoth = ({ facility, inpatient }) => facility.holds === "both" && !inpatient;
const isHospital = (course) => !course.isCentre && hasBoth(course);
const medicare = ({ payer }) => payer.medicare === true;
const hospitals = ({ form }) => form === "institutional";
const physicians = ({ form }) => form === "professional";

/** The first line of a code that passes a test. */
const one = (course, code, test = () => true) => course.lines.find((line) => line.code === code && test(line));

export const mistakesOfCodes = [
  {
    name: "a G code after its end",
    fits: (course) => course.isCentre && medicare(course) && course.fractions().some(is2026),
    plant(course) {
      const line = course.fractions().findLast(is2026);
      line.code = "G6012";
      return [[line, "RO-ENDED-G-CODES"]];
    },
  },
  {
    name: "77386 after its end",
    fits: (course) => course.kind === "imrt" && hasBoth(course) && course.fractions().some(is2026),
    plant(course) {
      const line = course.fractions().findLast(is2026);
      line.code = "77386";
      return [[line, "RO-ENDED-IMRT"]];
    },
  },
  {
    name: "77014 after its end",
    fits: (course) => one(course, "77387", is2026) !== undefined,
    plant(course) {
      const line = one(course, "77387", is2026);
      line.code = "77014";
      return [[line, "RO-ENDED-CT"]];
    },
  },
  {
    name: "77387 without 26",
    fits: (course) => one(course, "77387", is2026) !== undefined,
    plant(course) {
      const line = one(course, "77387", is2026);
      line.modifiers = [];
      return [[line, "RO-GUIDANCE-2026"]];
    },
  },
  {
    name: "77437 before it began",
    fits: (course) => one(course, "77401", is2025) !== undefined,
    plant(course) {
      const line = one(course, "77401", is2025);
      line.code = "77437";
      return [[line, "RO-EARLY-2026"]];
    },
  },
  {
    name: "77780, which is no code",
    fits: (course) => course.kind === "conformal" && one(course, "77280") !== undefined,
    plant(course) {
      const line = one(course, "77280");
      line.code = "77780";
      return [[line, "RO-NEVER-77780"]];
    },
  },
  {
    name: "the physician's part billed whole at a hospital",
    fits: (course) => medicare(course) && !course.isCentre && one(course, "77300", physicians) !== undefined,
    plant(course) {
      const line = one(course, "77300", physicians);
      line.modifiers = [];
      // Without 26 it is counted with the hospital's, where both lines name one provider.
      const sameDay = course.all("77300").filter(({ day, provider }) => day === line.day && provider === line.provider);
      const isTooMany = sameDay.reduce((sum, { units }) => sum + units, 0) > 10;
      return [
        [line, "RO-SETTING-PHYSICIAN-PART"],
        ...(isTooMany ? sameDay.map((calculation) => [calculation, "RO-LIMIT-UNITS"]) : []),
      ];
    },
  },
  {
    name: "26 on the weekly management",
    fits: (course) => medicare(course) && one(course, "77427") !== undefined,
    plant(course) {
      const line = one(course, "77427");
      line.modifiers = ["26"];
      return [[line, "RO-SETTING-PHYSICIAN-ONLY"]];
    },
  },
  {
    name: "TC on the weekly physics",
    fits: (course) => medicare(course) && one(course, "77336") !== undefined,
    plant(course) {
      const line = one(course, "77336");
      line.modifiers = ["TC"];
      return [[line, "RO-SETTING-TECHNICAL-ONLY"]];
    },
  },
  {
    name: "a fraction at the hospital on the physician's claim",
    fits: (course) => medicare(course) && isHospital(course) && course.fractions().some(({ code }) => code === "77412"),
    plant(course) {
      const line = course.fractions().find(({ code }) => code === "77412");
      const place = course.facility.apart ? "19" : "22";
      Object.assign(line, { form: "professional", place, bill: "", revenue: "", provider: course.doctor });
      return [[line, "RO-SETTING-TECHNICAL-AT-HOSPITAL"]];
    },
  },
  {
    name: "77386 from a freestanding centre in 2025",
    fits: (course) => course.isCentre && medicare(course) && one(course, "G6015", is2025) !== undefined,
    plant(course) {
      const line = one(course, "G6015", is2025);
      line.code = "77386";
      return [
        [line, "RO-SETTING-FREESTANDING"],
        // The guidance of the day is whole, and stands beside 77386 now.
        ...course.all("77014").flatMap((image) => (image.day === line.day ? [[image, "RO-BUNDLE-IMRT-GUIDANCE"]] : [])),
      ];
    },
  },
  {
    name: "a G code on the hospital bill",
    fits: (course) => isHospital(course) && medicare(course) && one(course, "77386", hospitals) !== undefined,
    plant(course) {
      const line = one(course, "77386", hospitals);
      line.code = "G6015";
      return [[line, "RO-SETTING-HOSPITAL"]];
    },
  },
  {
    name: "a place of service where nobody treats",
    fits: (course) => medicare(course) && one(course, "77427") !== undefined,
    plant(course) {
      const line = one(course, "77427");
      line.place = "12";
      return [[line, "RO-SETTING-PLACE"]];
    },
  },
  {
    name: "a code whole and a part of it again in a centre",
    fits: (course) => course.isCentre && medicare(course) && one(course, "77300") !== undefined,
    plant(course) {
      const line = course.bill("physician", one(course, "77300").day, "77300", { modifiers: ["26"], units: 2 });
      return [[line, "RO-SETTING-WHOLE-AND-PART"]];
    },
  },
  {
    name: "59 and XS on one line",
    fits: (course) => course.kind === "conformal" && one(course, "77334") !== undefined,
    plant(course) {
      const line = one(course, "77334");
      line.modifiers = [...line.modifiers, "59", "XS"];
      return [[line, "RO-AUDIT-TWO-MODIFIERS"]];
    },
  },
  {
    name: "59 on a visit",
    fits: (course) => one(course, "99204", ({ modifiers }) => modifiers.length === 0) !== undefined,
    plant(course) {
      const line = one(course, "99204", ({ modifiers }) => modifiers.length === 0);
      line.modifiers = ["59"];
      return [[line, "RO-AUDIT-VISIT-59"]];
    },
  },
  {
    name: "units typed wrong",
    fits: (course) => !medicare(course) && one(course, "77300") !== undefined,
    plant(course) {
      const line = one(course, "77300");
      line.units = 44;
      return [[line, "RO-AUDIT-UNITS"]];
    },
  },
  {
    name: "no authorization for the plan",
    fits: (course) => course.payer.authorizes === true && one(course, "77301") !== undefined,
    plant(course) {
      const line = one(course, "77301");
      line.authorization = "";
      return [[line, "RO-COVER-AUTHORIZATION"]];
    },
  },
  {
    name: "no authorization for stereotactic treatment",
    fits: (course) => course.payer.authorizes === true && one(course, "77373") !== undefined,
    plant(course) {
      const line = course.last("77373");
      line.authorization = "";
      return [[line, "RO-COVER-AUTHORIZATION"]];
    },
  },
  {
    name: "a course of 2026 without an authorization",
    fits: (course) =>
      course.payer.authorizes === true &&
      ["conformal", "palliative"].includes(course.kind) &&
      course.fractions().length > 0 &&
      course.fractions().every(is2026),
    plant(course) {
      for (const line of course.lines) line.authorization = "";
      return [[course.fractions()[0], "RO-COVER-AUTHORIZATION-2026"]];
    },
  },
  {
    name: "the authorization of 2025 not renewed for 2026",
    fits: (course) =>
      course.payer.authorizes === true &&
      ["imrt", "conformal"].includes(course.kind) &&
      course.fractions().some(is2025) &&
      course.fractions().some(is2026),
    plant(course) {
      for (const line of course.lines.filter(is2026)) line.authorization = "";
      return [[course.fractions().find(is2026), "RO-COVER-AUTHORIZATION-2026"]];
    },
  },
  {
    name: "protons without a diagnosis",
    fits: (course) => course.kind === "proton" && medicare(course) && hasBoth(course),
    plant(course) {
      const line = course.fractions()[3];
      line.diagnoses = "";
      return [[line, "RO-COVER-PROTON-DIAGNOSIS"]];
    },
  },
  {
    name: "IMRT for metastases of bone",
    fits: (course) => course.kind === "imrt" && medicare(course) && one(course, "77301") !== undefined,
    plant(course) {
      for (const line of course.lines) line.diagnoses = "C79.51";
      return course.all("77301").map((line) => [line, "RO-COVER-IMRT-BONE"]);
    },
  },
  {
    name: "more fractions for bone than the payer covers",
    fits: (course) => course.payer.united === true && course.site === "bone" && course.fractions().length === 10,
    plant(course) {
      const line = course.technical(later(course.fractions().at(-1).day, 1), course.fractions().at(-1).code);
      return [[line, "RO-UNITED-BONE"]];
    },
  },
  {
    name: "guidance beside stereotactic treatment",
    fits: (course) => course.payer.united === true && one(course, "77373") !== undefined,
    plant(course) {
      const day = one(course, "77373").day;
      const line = course.part(day, day < codesOf2026 ? "77014" : "77387");
      return [[line, "RO-UNITED-STEREO-GUIDANCE"]];
    },
  },
  {
    name: "special treatment that the payer does not routinely pay",
    fits: (course) => course.payer.united === true && course.kind === "imrt" && hasBoth(course),
    plant(course) {
      const line = course.physician(course.fractions()[0].day, "77470", { modifiers: course.isCentre ? [] : ["26"] });
      return [[line, "RO-UNITED-SPECIAL"]];
    },
  },
  {
    name: "a monthly payment of a model that has ended",
    fits: (course) => medicare(course) && course.fractions().some(({ day }) => day > dayOf("2025-07-20")),
    plant(course) {
      const line = course.physician(course.fractions()[0].day, "G9678");
      return [[line, "RO-VALUE-MONTHLY-ENDED"]];
    },
  },
];
