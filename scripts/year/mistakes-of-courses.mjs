// Mistakes that show only beside other lines of the course: what is bundled, too much, missing, or out of order. Each has
// the shape that mistakes-of-codes.mjs describes.
import { codesOf2026, later } from "./calendar.mjs";

const hasBoth = ({ facility, inpatient }) => facility.holds === "both" && !inpatient;
const medicare = ({ payer }) => payer.medicare === true;
const physicians = ({ form }) => form === "professional";
const hospitals = ({ form }) => form === "institutional";
const one = (course, code, test = () => true) => course.lines.find((line) => line.code === code && test(line));
const each = (lines, rule) => lines.map((line) => [line, rule]);
const isExternal = ({ kind }) => ["imrt", "conformal", "proton"].includes(kind);
const treated = (course, count) => hasBoth(course) && course.fractions().length >= count;
const paidOnce = ({ payer }) => !payer.fractionUnits && payer.dates === undefined;

export const mistakesOfCourses = [
  {
    name: "a simulation on the day of the IMRT plan",
    fits: (course) => medicare(course) && one(course, "77301", physicians) !== undefined,
    plant(course) {
      const line = course.part(one(course, "77301", physicians).day, "77290");
      return [[line, "RO-BUNDLE-SIMULATION"]];
    },
  },
  {
    name: "the hospital's simulation for the IMRT plan",
    fits: (course) => medicare(course) && !course.isCentre && one(course, "77301", hospitals) !== undefined,
    plant(course) {
      const line = course.bill("hospital", one(course, "77334", hospitals).day, "77290");
      return [[line, "RO-BUNDLE-BUILDS-PLAN"]];
    },
  },
  {
    name: "a simulation near the IMRT plan, which the payer's policy includes",
    fits: (course) => course.payer.blue === true && one(course, "77301", physicians) !== undefined,
    plant(course) {
      const line = course.part(one(course, "77334", physicians).day, "77290");
      return [[line, "RO-BLUE-PLAN-WINDOW"]];
    },
  },
  {
    name: "a check of the fields after the IMRT plan",
    fits: (course) => course.kind === "imrt" && medicare(course) && treated(course, 1),
    plant(course) {
      const [{ day }] = course.fractions();
      course.split(day, "77280");
      const guidance = course.all("77014").filter((image) => image.day === day);
      // The plan of a boost is still to come, and the hospital's check before it may have served that.
      const isBoosted = medicare(course) && course.all("77301").some((plan) => plan.day > day);
      const served = isBoosted ? course.all("77280").filter(hospitals) : [];
      return [
        ...each(course.all("77280"), "RO-BUNDLE-FIELD-CHECK"),
        ...each(served, "RO-BUNDLE-BUILDS-PLAN"),
        ...each(guidance, "RO-BUNDLE-PLAN-CT"),
      ];
    },
  },
  {
    name: "a calculation on the day of the isodose plan",
    fits: (course) => medicare(course) && one(course, "77307", physicians) !== undefined,
    plant(course) {
      const line = course.part(one(course, "77307").day, "77300", { units: 2 });
      return [[line, "RO-BUNDLE-PLAN-DOSIMETRY"]];
    },
  },
  {
    name: "a calculation on the day of brachytherapy",
    fits: (course) => medicare(course) && one(course, "77771", physicians) !== undefined,
    plant(course) {
      const { day } = course.last("77771");
      const line = course.part(day, "77300");
      const isOnPlan = course.all("77318").some((plan) => plan.day === day);
      return each([line], "RO-BUNDLE-BRACHY-DOSIMETRY").concat(isOnPlan ? [[line, "RO-BUNDLE-PLAN-DOSIMETRY"]] : []);
    },
  },
  {
    name: "physics on the day of hyperthermia",
    fits: (course) => medicare(course) && course.isCentre && one(course, "77600") !== undefined,
    plant(course) {
      const line = one(course, "77336");
      line.day = one(course, "77600").day;
      return [[line, "RO-BUNDLE-HYPERTHERMIA"]];
    },
  },
  {
    name: "management on the day of superficial treatment",
    fits: (course) => medicare(course) && course.isCentre && (one(course, "77401")?.day ?? codesOf2026) < codesOf2026,
    plant(course) {
      const line = course.physician(one(course, "77401").day, "77431");
      return [
        [line, "RO-BUNDLE-SUPERFICIAL"],
        [line, "RO-BUNDLE-SUPERFICIAL-COURSE"],
      ];
    },
  },
  {
    name: "physics on the day of a device",
    fits: (course) => medicare(course) && course.isCentre && course.kind === "conformal",
    plant(course) {
      const line = one(course, "77336");
      course.split(line.day, "77334");
      return [[line, "RO-BUNDLE-PHYSICS"]];
    },
  },
  {
    name: "guidance beside 77386",
    fits: (course) => one(course, "77386", hospitals) !== undefined && hasBoth(course) && !course.payer.priority,
    plant(course) {
      const line = course.bill("hospital", one(course, "77386").day, "77014");
      return [[line, "RO-BUNDLE-IMRT-GUIDANCE"]];
    },
  },
  {
    name: "a visit without 25 on the day of the weekly management",
    fits: (course) => medicare(course) && one(course, "77427") !== undefined,
    plant(course) {
      const line = course.physician(one(course, "77427").day, "99213");
      return [[line, "RO-BUNDLE-VISIT"]];
    },
  },
  {
    name: "weekly management in a stereotactic course",
    fits: (course) => medicare(course) && hasBoth(course) && one(course, "77373") !== undefined,
    plant(course) {
      const line = course.physician(one(course, "77373").day, "77427");
      // Where the hospital treats, its bill and the physician's are no pair; the number of the course's fractions asks.
      return course.isCentre || course.facility.owner === "physician"
        ? [[line, "RO-BUNDLE-STEREO-WEEKLY"]]
        : [[line, "RO-LIMIT-MANAGEMENT-COURSE"]];
    },
  },
  {
    name: "one weekly management too many",
    fits: (course) => medicare(course) && isExternal(course) && treated(course, 15),
    plant(course) {
      const isFree = ({ day }) => course.all("77427").every((line) => line.day !== day);
      const line = course.physician(course.fractions().findLast(isFree).day, "77427");
      const inOrder = course.all("77427").sort((a, b) => a.day - b.day);
      return [[inOrder.at(-1) ?? line, "RO-LIMIT-MANAGEMENT"]];
    },
  },
  {
    name: "a weekly management not charged",
    fits: (course) => paidOnce(course) && isExternal(course) && treated(course, 15),
    plant(course) {
      course.drop(course.all("77427")[1]);
      return [[course.fractions().at(-1), "RO-MISSING-MANAGEMENT"]];
    },
  },
  {
    name: "physics of a week not charged",
    fits: (course) =>
      isExternal(course) && treated(course, 15) && course.all("77336").length > 2 && !course.payer.physicsUp,
    plant(course) {
      course.drop(course.all("77336")[1]);
      return [[course.fractions().at(-1), "RO-MISSING-PHYSICS"]];
    },
  },
  {
    name: "physics of a week charged twice",
    fits: (course) => medicare(course) && isExternal(course) && treated(course, 15),
    plant(course) {
      const line = course.technical(course.fractions().at(-1).day, "77336");
      return [[line, "RO-LIMIT-PHYSICS"]];
    },
  },
  {
    name: "77431 for what is left over",
    fits: (course) => medicare(course) && isExternal(course) && treated(course, 15),
    plant(course) {
      const line = course.physician(course.fractions().at(-1).day, "77431");
      const isWithWeekly = course.all("77427").some(({ day }) => day === line.day);
      return [
        [line, "RO-LIMIT-SHORT-COURSE"],
        [line, "RO-LIMIT-SHORT-WITH-WEEKLY"],
        ...(isWithWeekly ? [[course.last("77427"), "RO-BUNDLE-MANAGEMENT-LADDER"]] : []),
      ];
    },
  },
  {
    name: "a fraction billed twice",
    fits: (course) => medicare(course) && course.kind === "conformal" && treated(course, 15),
    plant(course) {
      const [first] = course.fractions();
      const line = course.technical(first.day, first.code);
      return [[line, "RO-LIMIT-TWO-SESSIONS"]];
    },
  },
  {
    name: "a sixth stereotactic fraction",
    fits: (course) => course.all("77373").length === 5,
    plant(course) {
      const line = course.technical(later(course.last("77373").day, 2), "77373");
      return [[line, "RO-LIMIT-STEREOTACTIC"]];
    },
  },
  {
    name: "stereotactic management not charged",
    fits: (course) => hasBoth(course) && one(course, "77435") !== undefined && one(course, "77373") !== undefined,
    plant(course) {
      course.drop(one(course, "77435"));
      return [[one(course, "77373"), "RO-MISSING-STEREO-MANAGEMENT"]];
    },
  },
  {
    name: "radiosurgery management not charged",
    fits: (course) => hasBoth(course) && one(course, "77432") !== undefined,
    plant(course) {
      course.drop(one(course, "77432"));
      return [[course.first("77371") ?? course.first("77372"), "RO-MISSING-RADIOSURGERY-MANAGEMENT"]];
    },
  },
  {
    name: "the first robotic session billed as a later one",
    fits: (course) => one(course, "G0339") !== undefined,
    plant(course) {
      one(course, "G0339").code = "G0340";
      const sessions = course.all("G0340").sort((a, b) => a.day - b.day);
      return [...each(sessions, "RO-SEQ-ROBOTIC"), ...each(sessions.slice(4), "RO-LIMIT-ROBOTIC-LATER")];
    },
  },
  {
    name: "special treatment twice",
    fits: (course) => course.kind === "highDoseRate" && hasBoth(course) && !course.payer.united,
    plant(course) {
      const day = one(course, "77263").day;
      const modifiers = course.isCentre ? [] : ["26"];
      course.physician(day, "77470", { modifiers });
      const line = course.physician(later(day, 2), "77470", { modifiers });
      return [[line, "RO-LIMIT-SPECIAL"]];
    },
  },
  {
    name: "the planning visit twice in a course",
    fits: (course) => hasBoth(course) && course.kind === "imrt" && !course.payer.blue,
    plant(course) {
      const line = course.physician(course.fractions()[1].day, "77263");
      return [
        [line, "RO-LIMIT-PLANNING-VISIT"],
        [line, "RO-SEQ-PLANNING-VISIT"],
      ];
    },
  },
  {
    name: "77290 three times on one day",
    fits: (course) => !medicare(course) && one(course, "77290", physicians) !== undefined,
    plant(course) {
      const simulation = one(course, "77290", physicians);
      const line = course.physician(simulation.day, "77290", { modifiers: [...simulation.modifiers] });
      return [[line, "RO-LIMIT-SECOND-SIMULATION"]];
    },
  },
  {
    name: "eleven calculations on one day",
    fits: (course) => medicare(course) && course.isCentre && one(course, "77300") !== undefined,
    plant(course) {
      const line = one(course, "77300");
      line.units = 11;
      return [[line, "RO-LIMIT-UNITS"]];
    },
  },
  {
    name: "eleven calculations on one day of the physician",
    fits: (course) => medicare(course) && !course.isCentre && one(course, "77300", physicians) !== undefined,
    plant(course) {
      const line = one(course, "77300", physicians);
      line.units = 11;
      return [[line, "RO-LIMIT-UNITS-PHYSICIAN"]];
    },
  },
  {
    name: "the same line twice",
    fits: (course) => !medicare(course) && hasBoth(course) && one(course, "77338") !== undefined,
    plant(course) {
      const { day, ...first } = one(course, "77338");
      const line = course.bill(first.form === "institutional" ? "hospital" : "physician", day, "77338", {
        modifiers: [...first.modifiers],
      });
      return [[line, "RO-AUDIT-DUPLICATE"]];
    },
  },
  {
    name: "the simulation after the plan",
    fits: (course) => one(course, "77290") !== undefined && one(course, "77295") !== undefined && hasBoth(course),
    plant(course) {
      const plan = one(course, "77295");
      for (const line of course.all("77290")) line.day = later(plan.day, 1);
      return [[plan, "RO-SEQ-SIMULATION"]];
    },
  },
  {
    name: "the calculation before the plan",
    fits: (course) => ["imrt", "conformal"].includes(course.kind) && one(course, "77300") !== undefined,
    plant(course) {
      for (const line of course.all("77300")) line.day = one(course, "77334").day;
      return each(course.all("77300"), "RO-SEQ-DOSIMETRY");
    },
  },
  {
    name: "77293 away from its plan",
    fits: (course) => medicare(course) && one(course, "77293") !== undefined,
    plant(course) {
      for (const line of course.all("77293")) line.day = later(line.day, 1);
      return each(course.all("77293"), "RO-SEQ-MOTION");
    },
  },
  {
    name: "the plan not charged",
    fits: (course) => course.kind === "conformal" && hasBoth(course),
    plant(course) {
      for (const line of course.all("77295")) course.drop(line);
      return [
        [course.fractions()[0], "RO-SEQ-PLAN"],
        ...each(course.all("77300"), "RO-SEQ-DOSIMETRY"),
        ...(medicare(course) ? each(course.all("77293"), "RO-SEQ-MOTION") : []),
      ];
    },
  },
  {
    name: "a second IMRT plan without a reason",
    fits: (course) => course.kind === "imrt" && hasBoth(course),
    plant(course) {
      const day = course.fractions()[9].day;
      course.split(day, "77301");
      return each(
        course.all("77301").filter((line) => line.day === day),
        "RO-SEQ-REPLAN",
      );
    },
  },
  {
    name: "the leaf device not charged",
    fits: (course) => hasBoth(course) && course.kind === "imrt",
    plant(course) {
      for (const line of course.all("77338")) course.drop(line);
      return [[one(course, "77301"), "RO-MISSING-LEAF-DEVICE"]];
    },
  },
  {
    name: "the physician's part of the plan not charged",
    fits: (course) => hasBoth(course) && !course.isCentre && course.kind === "conformal",
    plant(course) {
      course.drop(one(course, "77295", physicians));
      // Where the hospital's lines have a provider of their own, the physician's 77293 is left without a plan too.
      const alone = course.all("77293").filter((line) => line.provider !== one(course, "77295").provider);
      return [
        [one(course, "77295"), "RO-MISSING-PHYSICIAN"],
        ...(medicare(course) ? each(alone, "RO-SEQ-MOTION") : []),
      ];
    },
  },
  {
    name: "the hospital's part of the plan not charged",
    fits: (course) => hasBoth(course) && !course.isCentre && course.kind === "imrt",
    plant(course) {
      course.drop(one(course, "77301", hospitals));
      return [[one(course, "77301"), "RO-MISSING-TECHNICAL"]];
    },
  },
  {
    name: "four devices in 60 days, where the payer's policy has three",
    fits: (course) => course.payer.blue === true && one(course, "77338", physicians) !== undefined,
    plant(course) {
      const line = one(course, "77338", physicians);
      line.units = 4;
      return [[line, "RO-BLUE-LEAF-DEVICE"]];
    },
  },
  {
    name: "77427 by its last fraction, where the plan dates by the first",
    fits: (course) => course.payer.dates === "first" && isExternal(course) && treated(course, 15),
    plant(course) {
      for (const line of course.all("77427")) line.day = later(line.day, 4);
      return [[course.fractions()[0], "RO-DATE-FIRST-OF-COURSE"]];
    },
  },
  {
    name: "77427 by its first fraction, where the plan dates by the last",
    fits: (course) => course.payer.dates === "last" && isExternal(course) && treated(course, 15),
    plant(course) {
      const line = one(course, "77427");
      line.day = course.fractions()[0].day;
      return [[line, "RO-DATE-LAST-OF-FIVE"]];
    },
  },
];
