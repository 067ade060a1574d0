/** The order in which the engine takes lines: patient by bytes, date, input. */
import { compareBytes } from "@edict/rulebook";

/** What the order depends on; places are places in input order. */
export interface SortRequest {
  /** Of each line. */
  readonly patientIds: Int32Array;
  readonly patients: readonly string[];
  /** Of each line. */
  readonly days: Int32Array;
  /** Lines with 1 are left out; null: none. */
  readonly out: Uint8Array | null;
}

/** Patients in their order, and lines in theirs. */
export interface SortedLines {
  readonly patients: readonly string[];
  /** Of each line that stays: its place in the input; null where all stay and are in order already. */
  readonly places: Int32Array | null;
  /** Of each line that stays: its patient in `patients`. */
  readonly patientIds: Int32Array;
}

/** Sorts by counting patients, then each patient's lines by date where they are not in order already. */
export function sortLines(request: SortRequest): SortedLines {
  const { patientIds, patients, days, out } = request;
  if (out === null && areInOrder(request)) return { patients, places: null, patientIds };
  const inOrder = Array.from(patients.keys()).sort((left, right) =>
    compareBytes(patients[left] ?? "", patients[right] ?? ""),
  );
  const rank = new Int32Array(patients.length);
  for (const [place, id] of inOrder.entries()) rank[id] = place;

  const starts = new Int32Array(patients.length + 1);
  for (let line = 0; line < patientIds.length; line++) {
    if (out !== null && out[line] === 1) continue;
    const next = (rank[patientIds[line] ?? 0] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let place = 1; place < starts.length; place++) starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0);

  const count = starts[patients.length] ?? 0;
  const places = new Int32Array(count);
  const sortedIds = new Int32Array(count);
  const next = starts.slice();
  for (let line = 0; line < patientIds.length; line++) {
    if (out !== null && out[line] === 1) continue;
    const patient = rank[patientIds[line] ?? 0] ?? 0;
    const place = next[patient] ?? 0;
    places[place] = line;
    sortedIds[place] = patient;
    next[patient] = place + 1;
  }
  for (let patient = 0; patient < patients.length; patient++) {
    sortByDay(places.subarray(starts[patient] ?? 0, starts[patient + 1] ?? 0), days);
  }
  return { patients: inOrder.map((id) => patients[id] ?? ""), places, patientIds: sortedIds };
}

/** Nearly all files come in order: then nothing needs to be moved. Patients are numbered as they come. */
function areInOrder({ patientIds, patients, days }: SortRequest): boolean {
  for (let id = 1; id < patients.length; id++) {
    if (compareBytes(patients[id - 1] ?? "", patients[id] ?? "") > 0) return false;
  }
  let before = -1;
  let dayBefore = 0;
  for (let line = 0; line < patientIds.length; line++) {
    const patient = patientIds[line] ?? 0;
    const day = days[line] ?? 0;
    if (patient < before || (patient === before && day < dayBefore)) return false;
    before = patient;
    dayBefore = day;
  }
  return true;
}

function sortByDay(places: Int32Array, days: Int32Array): void {
  let sorted = true;
  for (let index = 1; index < places.length && sorted; index++) {
    sorted = (days[places[index - 1] ?? 0] ?? 0) <= (days[places[index] ?? 0] ?? 0);
  }
  // Lines of one day stay in input order: their places in the input rise.
  if (!sorted) places.sort((left, right) => (days[left] ?? 0) - (days[right] ?? 0) || left - right);
}
