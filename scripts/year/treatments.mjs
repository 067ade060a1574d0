// What each kind of treatment bills from the consultation to the follow-up, as a biller would have it: by the setting,
// the payer and the date. A course with no mistake planted in it is exactly this.
import { codesOf2026, later, openDay, openDays } from "./calendar.mjs";

/** Bills the whole course. @returns its last day */
export function treat(course, start, random) {
  const consult = openDay(start);
  const isSameDay = random.chance(0.1);
  course.physician(consult, random.pick(["99204", "99205", "99203"]), { modifiers: isSameDay ? ["25"] : [] });
  const simulation = isSameDay ? consult : later(consult, random.between(3, 7));
  const last = treatments[course.kind](course, simulation, random);
  const followUp = openDay(last + random.between(30, 45));
  if (random.chance(0.6)) course.physician(followUp, "99213");
  seeOthers(course, consult, last, random);
  return followUp;
}

/** What other physicians bill for the patient meanwhile. */
function seeOthers(course, from, to, random) {
  const days = Array.from({ length: random.between(0, 3) }, () => openDay(random.between(from, to)));
  for (const day of new Set(days)) {
    const more = { provider: random.pick(["D901", "D902"]), place: "11", claim: `C${course.number}O${day}` };
    for (const code of random.pick([["99214"], ["36415", "80053"], ["71260"], ["99213", "36415"]])) {
      course.physician(day, code, more);
    }
  }
}

const treatments = {
  imrt(course, simulation, random) {
    prepare(course, simulation, random, { plan: "77301" });
    const plan = later(simulation, 5);
    imrtPlan(course, plan, random);
    const first = later(plan, 4);
    const isTwiceADay = course.site === "lung" && random.chance(0.2);
    const count = isTwiceADay ? 30 : random.pick([20, 25, 28, 30, 33, 35]);
    // A boost has a plan of its own, made while treatment goes on.
    const boosted = !isTwiceADay && !course.payer.blue && random.chance(0.15) ? later(first, 14) : undefined;
    if (boosted !== undefined) boost(course, boosted);
    return fractionate(course, first, count, random, {
      // Medicare pays no guidance on the day of an IMRT plan.
      unguided: course.payer.medicare ? boosted : undefined,
      level: course.site === "prostate" ? "simple" : "complex",
      guidance: true,
      isTwiceADay,
    });
  },

  conformal(course, simulation, random) {
    prepare(course, simulation, random, { plan: "77295" });
    const plan = later(simulation, 4);
    conformalPlan(course, plan, random);
    const first = later(plan, 3);
    course.split(first, "77280");
    if (course.site === "breast" && random.chance(0.4)) {
      const day = later(first, 8);
      course.split(day, "77307");
      course.split(day, "77334");
    }
    return fractionate(course, first, random.pick([15, 16, 18, 20, 25, 28, 30]), random, { images: true });
  },

  palliative(course, simulation, random) {
    prepare(course, simulation, random, { plan: "77307", visit: "77262" });
    const count = random.pick([1, 2, 3, 5, 8, 10, 10]);
    // In an emergency all is done on one day.
    const wait = count >= 5 && random.chance(0.3) ? 0 : 1;
    const plan = later(simulation, wait);
    course.split(plan, "77307");
    course.split(plan, "77334", { units: 2 });
    return fractionate(course, later(plan, wait), count, random, { level: "plain" });
  },

  stereotactic(course, simulation, random) {
    const days = stereotacticPlan(course, simulation, random, random.between(3, 5));
    for (const day of days) course.technical(day, "77373");
    // A visit on a day on which the physician bills nothing else, and the hospital the fraction.
    if (!course.isCentre && random.chance(0.3)) course.physician(days[1], "99213");
    return endStereotactic(course, days);
  },

  robotic(course, simulation, random) {
    const days = stereotacticPlan(course, simulation, random, random.between(3, 5));
    for (const [index, day] of days.entries()) course.technical(day, index === 0 ? "G0339" : "G0340");
    return endStereotactic(course, days);
  },

  radiosurgery(course, simulation, random) {
    prepare(course, simulation, random, { plan: "77295" });
    const isOneDay = random.chance(0.3);
    const plan = isOneDay ? simulation : later(simulation, 3);
    course.split(plan, "77295");
    course.split(plan, "77300", { units: random.between(3, 6) });
    const day = isOneDay ? plan : later(plan, 2);
    course.technical(day, isOneDay ? "77371" : "77372");
    course.physician(day, "77432");
    if (random.chance(0.4)) course.technical(later(simulation, 1), "77370");
    return day;
  },

  proton(course, simulation, random) {
    const isModulated = random.chance(0.5);
    prepare(course, simulation, random, { plan: isModulated ? "77301" : "77295" });
    const plan = later(simulation, 7);
    course.split(plan, isModulated ? "77301" : "77295");
    course.split(plan, "77300", { units: random.between(2, 5) });
    if (!isModulated) course.split(plan, "77334", { units: random.between(2, 4) });
    return fractionate(course, later(plan, 5), random.pick([20, 28, 30]), random, { proton: true, guidance: true });
  },

  highDoseRate(course, simulation, random) {
    course.physician(simulation, "77263");
    if (course.site === "breast") {
      course.split(simulation, "77290");
      const plan = later(simulation, 1);
      course.split(plan, "77318");
      // Twice a day for five days.
      const days = openDays(later(plan, 1), 5);
      for (const day of days) course.split(day, "77771", { units: 2 });
      return days.at(-1);
    }
    const days = openDays(later(simulation, 2), random.between(3, 5), 5);
    for (const day of days) {
      course.split(day, "77290");
      course.split(day, "77318");
      course.split(day, "77771");
    }
    return days.at(-1);
  },

  seeds(course, simulation) {
    course.physician(simulation, "77263");
    course.split(simulation, "77318");
    const day = later(simulation, 10);
    course.split(day, "77778");
    return day;
  },

  hyperthermia(course, simulation, random) {
    prepare(course, simulation, random, { plan: "77295" });
    const plan = later(simulation, 4);
    conformalPlan(course, plan, random);
    const first = later(plan, 3);
    const last = fractionate(course, first, random.pick([20, 25]), random, {});
    // On the first fraction of each five, away from the physics of the third.
    for (const [index, { day }] of course.fractions().entries()) if (index % 5 === 0) course.split(day, "77600");
    return last;
  },

  superficial(course, simulation, random) {
    // Until 2025 simulation and calculation are all that is billed beside it; from 2026 its planning has a code.
    if (simulation >= codesOf2026) course.split(simulation, "77436");
    else {
      course.split(simulation, "77280");
      course.split(simulation, "77300");
    }
    const days = openDays(later(simulation, 3), random.between(8, 20));
    for (const [index, day] of days.entries()) {
      course.technical(day, day < codesOf2026 ? "77401" : "77437");
      if (index % 5 === 4) course.physician(day, "99213", { modifiers: ["25"] });
    }
    return days.at(-1);
  },
};

/** The physician's planning, the simulation and what holds the patient still. */
function prepare(course, day, random, { plan, visit = "77263" }) {
  course.physician(day, visit);
  const isInsidePlan = plan === "77301";
  // The payer's policy pays no simulation within 30 days of the IMRT plan, and Medicare none to the hospital.
  if (isInsidePlan && course.payer.medicare && !course.isCentre) course.part(day, "77290");
  else if (!(isInsidePlan && course.payer.blue)) course.split(day, "77290");
  course.split(day, "77334");
}

function imrtPlan(course, day, random) {
  course.split(day, "77301");
  course.split(day, "77300", { units: random.between(4, 9) });
  course.split(day, "77338");
  if (course.motion) course.split(day, "77293");
}

/** A second plan of a course, with the modifier that says so, and its device. */
function boost(course, day) {
  course.split(day, "77301", { modifiers: ["58"] });
  course.split(day, "77338", { modifiers: ["59"] });
}

function conformalPlan(course, day, random) {
  course.split(day, "77295");
  course.split(day, "77300", { units: random.between(2, 6) });
  course.split(day, "77334", { units: random.between(2, 4) });
  if (course.motion) course.split(day, "77293");
}

function stereotacticPlan(course, simulation, random, count) {
  const isModulated = random.chance(0.6);
  prepare(course, simulation, random, { plan: isModulated ? "77301" : "77295" });
  const plan = later(simulation, 6);
  if (isModulated) imrtPlan(course, plan, random);
  else conformalPlan(course, plan, random);
  return openDays(later(plan, 4), count, 2);
}

function endStereotactic(course, days) {
  course.physician(days.at(-1), "77435");
  if (!course.payer.priority) course.technical(days.at(-1), "77336");
  return days.at(-1);
}

/** Fractions, and what goes with them: management, physics, images or guidance. @returns the last day */
function fractionate(course, first, count, random, { level, guidance, images, proton, isTwiceADay, unguided }) {
  const days = isTwiceADay
    ? openDays(first, count / 2).flatMap((day) => [day, day])
    : treatmentDays(first, count, random);
  for (const [index, day] of days.entries()) {
    const again = days[index - 1] === day ? ["76"] : [];
    course.technical(day, proton ? "77523" : deliveryOf(course, day, level), { modifiers: again });
    // The pair of 77280 and guidance is on the first day of a conformal course, which has images instead.
    if (guidance && !course.payer.priority && day !== unguided) guide(course, day, again);
    if (images && index % 5 === 1) course.technical(day, "77417");
    if (index % 5 === 2) physics(course, day, index, count);
  }
  if (count < 3) {
    course.physician(course.payer.dates === "first" ? days[0] : days.at(-1), "77431");
    if (!course.payer.priority) course.technical(days.at(-1), "77336");
    return days.at(-1);
  }
  for (let from = 0; from < count; from += 5) {
    const block = days.slice(from, from + 5);
    if (block.length < 3) break;
    const units = course.payer.fractionUnits ? block.length : 1;
    course.physician(course.payer.dates === "first" ? block[0] : block.at(-1), "77427", { units });
  }
  return days.at(-1);
}

/** One fraction on each open day, now and then with a rest of some days. */
function treatmentDays(first, count, random) {
  const days = openDays(first, count);
  if (count < 10 || !random.chance(0.1)) return days;
  const half = Math.floor(count / 2);
  return [...days.slice(0, half), ...openDays(later(days[half - 1], random.between(3, 8)), count - half)];
}

/** Once for five fractions, once for a course of fewer; what is left over only where the payer rounds up. */
function physics(course, day, index, count) {
  if (course.payer.priority) return;
  const isWhole = count - (index - 2) >= 5;
  if (isWhole || count < 5 || course.payer.physicsUp) course.technical(day, "77336");
}

/** The code of a fraction: by the date, the setting, and the payer. */
export function deliveryOf(course, day, level) {
  const isImrt = level === "simple" || level === "complex";
  if (day >= codesOf2026) return level === "plain" ? "77402" : course.motion ? "77412" : "77407";
  if (course.isCentre && course.payer.medicare) return isImrt ? "G6015" : level === "plain" ? "G6004" : "G6012";
  if (isImrt) return level === "simple" ? "77385" : "77386";
  return level === "plain" ? "77407" : "77412";
}

/** Guidance of a fraction: of 2026 the physician's part alone, before it 77014. */
function guide(course, day, again) {
  if (day >= codesOf2026) course.part(day, "77387", { modifiers: again });
  else if (course.isCentre && course.payer.medicare) course.physician(day, "77014", { modifiers: again });
  else course.part(day, "77014", { modifiers: again });
}
