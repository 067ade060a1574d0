// Who treats and who pays, all invented: two hospitals and two freestanding centres, their physicians, the payers by the
// names that charge files give them, and the sites that are treated. Weights say how often each is drawn.

/**
 * `owner` is what the column `provider` holds on the lines of the facility: its own name, or the physician's, as files
 * of departments often have it. `holds` says which lines of a hospital's patients the file
 * has. `apart` is off the campus: place 19, and PO on the hospital's lines.
 */
export const facilities = [
  { name: "NORTH HOSPITAL", kind: "hospital", owner: "facility", holds: "both", weight: 30, doctors: ["D101", "D102"] },
  {
    name: "SOUTH HOSPITAL",
    kind: "hospital",
    owner: "physician",
    apart: true,
    holds: "both",
    weight: 24,
    doctors: ["D201", "D202"],
  },
  { name: "EAST HOSPITAL", kind: "hospital", owner: "facility", holds: "physician", weight: 8, doctors: ["D301"] },
  { name: "WEST HOSPITAL", kind: "hospital", owner: "facility", holds: "hospital", weight: 4, doctors: ["D401"] },
  { name: "LAKE CENTRE", kind: "centre", owner: "physician", holds: "both", weight: 20, doctors: ["D501", "D502"] },
  { name: "HILL CENTRE", kind: "centre", owner: "physician", holds: "both", weight: 14, doctors: ["D601"] },
];

/** `dates` is the convention for 77427 (last day of its five where not said); `authorizes` asks for a number. */
export const payers = [
  { name: "MEDICARE PART B", medicare: true, weight: 34 },
  { name: "MEDICARE", medicare: true, weight: 12 },
  { name: "UHC COMMERCIAL", united: true, authorizes: true, weight: 13 },
  { name: "BCBSNC PPO", blue: true, authorizes: true, weight: 10 },
  { name: "EVICORE MANAGED PLAN", evicore: true, authorizes: true, weight: 8 },
  { name: "AETNA PPO", weight: 8 },
  { name: "FIRST DATE PLAN A", dates: "first", weight: 5 },
  { name: "LAST DATE PLAN B", dates: "last", weight: 4 },
  { name: "FRACTION UNIT PLAN C", fractionUnits: true, weight: 2 },
  { name: "PHYSICS ROUNDING UP PLAN D", physicsUp: true, weight: 2 },
  { name: "PRIORITY HEALTH MEDICARE", priority: true, weight: 2 },
];

/** Diagnoses by site, and what is treated there how. `motion`: the target moves with the breath. */
export const sites = {
  prostate: { diagnoses: ["C61"], sex: "M" },
  breast: { diagnoses: ["C50.911", "C50.412"], sex: "F", motion: true },
  lung: { diagnoses: ["C34.11", "C34.32"], motion: true },
  head: { diagnoses: ["C10.9", "C32.0"] },
  brain: { diagnoses: ["C71.1", "C71.9"] },
  brainMetastases: { diagnoses: ["C79.31"] },
  bone: { diagnoses: ["C79.51"] },
  cervix: { diagnoses: ["C53.9"], sex: "F" },
  rectum: { diagnoses: ["C20"] },
  liver: { diagnoses: ["C22.0"], motion: true },
  skin: { diagnoses: ["C44.311", "C44.91"] },
};

/** How courses are treated, how often each kind is drawn, and where in the body. */
export const kinds = [
  { name: "imrt", weight: 30, sites: ["prostate", "head", "lung", "rectum"] },
  { name: "conformal", weight: 25, sites: ["breast", "lung", "rectum"] },
  { name: "palliative", weight: 9, sites: ["bone", "brainMetastases"] },
  { name: "stereotactic", weight: 12, sites: ["lung", "liver", "prostate"] },
  { name: "robotic", weight: 2, sites: ["lung", "prostate"], hospital: true },
  { name: "radiosurgery", weight: 5, sites: ["brainMetastases", "brain"], hospital: true },
  { name: "proton", weight: 6, sites: ["brain", "prostate"] },
  { name: "highDoseRate", weight: 5, sites: ["cervix", "breast"] },
  { name: "seeds", weight: 2, sites: ["prostate"], hospital: true },
  { name: "hyperthermia", weight: 2, sites: ["breast"] },
  { name: "superficial", weight: 4, sites: ["skin"] },
];

/** Invented charges; what is not here is 150. */
export const amounts = {
  77301: 2210,
  77295: 480,
  77290: 512.4,
  77338: 505,
  77386: 640,
  77385: 560,
  77407: 410,
  77412: 520,
  77427: 195.5,
  77371: 12_400,
  77372: 9500,
  77373: 3480,
  77435: 740,
  77432: 620,
  77523: 1350,
  77525: 1500,
  77771: 980,
  77778: 2100,
  77600: 410,
  G0339: 3900,
  G0340: 3300,
  G6012: 240,
  G6015: 390,
};
