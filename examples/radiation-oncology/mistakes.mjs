// The mistakes that generate.mjs plants, one at a time, each in a course that its rule looks at. `of` is the kind of the
// course; `plant` changes its lines. A course is made of the days from its first Monday: 0 is the simulation, 35 the
// plan, 42 the first delivery.

/** @typedef {import("./course.mjs").Course} Course */

const medicare = "MEDICARE PART B";
const aetna = "AETNA PPO";
const blue = "BLUE SHIELD";

/** @type {readonly { rule: string, of: string, payer?: string, hospital?: boolean, monday?: string, plant: (course: Course) => void }[]} */
export const mistakes = [
  {
    rule: "EX-101",
    of: "imrt",
    payer: medicare,
    hospital: true,
    monday: "2025-10-06",
    plant: ({ lines }) => {
      for (const line of lines.filter(({ code }) => code === "77301")) line.day -= 14;
    },
  },
  { rule: "EX-114", of: "stereotactic", plant: ({ bill, start }) => bill(start + 10, "77373") },
  { rule: "EX-107", of: "proton", payer: aetna, plant: ({ first }) => (first("77522").authorization = "") },
  { rule: "EX-128", of: "photon", payer: medicare, plant: ({ bill, first }) => bill(first("77427").day, "99213") },
  { rule: "EX-126", of: "photon", plant: ({ last, drop }) => drop(last("77427")) },
  {
    rule: "EX-112",
    of: "photon",
    plant: ({ lines, first }) => lines.push({ ...first("77336"), code: "77334" }, { ...first("77336"), code: "77334" }),
  },
  {
    rule: "EX-123",
    of: "photon",
    payer: medicare,
    hospital: false,
    monday: "2025-02-03",
    plant: ({ first }) => (first("G6012").code = "77412"),
  },
  { rule: "EX-110", of: "photon", payer: medicare, plant: ({ bill, last }) => bill(last("77427").day + 3, "77427") },
  { rule: "EX-124", of: "imrt", monday: "2026-01-05", plant: ({ bill, start }) => bill(start + 1, "77387") },
  {
    rule: "EX-115",
    of: "brachytherapy",
    hospital: false,
    plant: ({ lines }) => (lines.filter(({ code }) => code === "77770")[1].units = 9),
  },
  { rule: "EX-111", of: "photon", plant: ({ first }) => (first("77300").units = 12) },
  {
    rule: "EX-122",
    of: "stereotactic",
    plant: ({ lines }) => {
      for (const line of lines.filter(({ code }) => code === "77301")) line.site = "brain";
    },
  },
  { rule: "EX-118", of: "photon", plant: ({ first, bill }) => bill(first("77295").day + 1, "77293") },
  { rule: "EX-119", of: "imrt", payer: medicare, plant: ({ bill, start }) => bill(start + 7, "77280") },
  { rule: "EX-105", of: "imrt", monday: "2026-01-12", plant: ({ bill, start }) => bill(start + 2, "G6002") },
  { rule: "EX-116", of: "imrt", monday: "2026-02-02", plant: ({ first }) => (first("77407").code = "77386") },
  {
    rule: "EX-108",
    of: "proton",
    payer: aetna,
    monday: "2025-03-03",
    plant: ({ first }) => (first("77522").diagnosis = "C61"),
  },
  { rule: "EX-131", of: "photon", payer: medicare, plant: ({ first }) => (first("77427").modifier = "26") },
  { rule: "EX-129", of: "photon", plant: ({ bill, last }) => bill(last("77427").day + 3, "77431") },
  {
    rule: "EX-130",
    of: "photon",
    hospital: false,
    plant: ({ bill, start }) => {
      bill(start, "77334", { modifier: "26" });
      bill(start, "77334", { modifier: "TC" });
    },
  },
  {
    rule: "EX-133",
    of: "imrt",
    payer: blue,
    plant: ({ bill, start }) => {
      for (const day of [0, 14, 28]) bill(start + day, "77338");
    },
  },
  { rule: "EX-102", of: "imrt", plant: ({ bill, first }) => bill(first("77301").day, "77307") },
  { rule: "EX-103", of: "proton", plant: ({ bill, start }) => bill(start + 1, "77412") },
  {
    rule: "EX-104",
    of: "photon",
    plant: ({ bill, start }) => {
      for (const day of [0, 1, 3, 4]) bill(start + day, "77336");
    },
  },
  { rule: "EX-106", of: "imrt", plant: ({ drop, first }) => drop(first("77290")) },
  {
    rule: "EX-109",
    of: "imrt",
    plant: ({ bill, first, start, delivery }) => bill(first("77301").day - 3, delivery(start)),
  },
  { rule: "EX-113", of: "photon", plant: ({ drop, last }) => drop(last("77336")) },
  { rule: "EX-117", of: "brachytherapy", plant: ({ drop, first }) => drop(first("77295")) },
  {
    rule: "EX-120",
    of: "photon",
    plant: ({ bill }) => {
      bill(37, "77307");
      bill(38, "77307");
    },
  },
  { rule: "EX-121", of: "imrt", plant: ({ bill, first }) => bill(first("77301").day + 2, "77301") },
  { rule: "EX-125", of: "stereotactic", plant: ({ drop, first }) => drop(first("77435")) },
  {
    rule: "EX-127",
    of: "photon",
    plant: ({ lines, first, start }) => {
      first("77427").day = start + 2;
      lines.splice(0, lines.length, ...lines.filter(({ day }) => day < start + 3));
    },
  },
  { rule: "EX-132", of: "photon", plant: ({ first }) => (first("77336").units = 22) },
  { rule: "EX-134", of: "photon", plant: ({ bill }) => bill(-3, "99203") },
  { rule: "EX-135", of: "implant", payer: medicare, plant: ({ bill }) => bill(60, "99213") },
  {
    rule: "EX-136",
    of: "photon",
    hospital: true,
    plant: ({ first, start, delivery }) => (first(delivery(start)).revenue = "0330"),
  },
  { rule: "EX-137", of: "photon", payer: medicare, plant: ({ first }) => (first("77427").place = "12") },
  { rule: "EX-138", of: "imrt", plant: ({ first }) => (first("77290").code = "77780") },
];
