/**
 * A sample of the patients of some lines, no larger than it may be however many lines there are, and the same each time:
 * which lines are in it follows from their numbers alone. A patient with many lines is in it as many times.
 */
import { compareKey } from "./patient-key.js";

interface Sampled {
  readonly hash: number;
  readonly patient: Uint8Array;
}

export class PatientSample {
  #sampled: Sampled[] = [];
  /** Lines are in the sample whose numbers have a hash that is 0 in these bits. */
  #mask = 0;

  constructor(private readonly most: number) {}

  /** A line and its patient's bytes. */
  offer(line: number, bytes: Uint8Array, start: number, end: number): void {
    const hash = hashOfNumber(line);
    if ((hash & this.#mask) !== 0) return;
    this.#sampled.push({ hash, patient: new Uint8Array(bytes.subarray(start, end)) });
    while (this.#sampled.length > this.most) {
      this.#mask = this.#mask * 2 + 1;
      this.#sampled = this.#sampled.filter((sampled) => (sampled.hash & this.#mask) === 0);
    }
  }

  /**
   * Patients that part the lines into about so many ranges of about as many lines, in the order of bytes: a range begins
   * with each of them. None where all lines seem to be one patient's.
   */
  splitters(ranges: number): Uint8Array[] {
    const patients = this.#sampled.map(({ patient }) => patient).sort((left, right) => Buffer.compare(left, right));
    const [first] = patients;
    if (first === undefined) return [];
    const splitters: Uint8Array[] = [];
    let last = first;
    for (let range = 1; range < ranges; range++) {
      const patient = patients[Math.floor((range * patients.length) / ranges)];
      // Where a patient has a range of its own and more, the next range begins behind it.
      if (patient === undefined || compareKey(patient, 0, patient.length, last) <= 0) continue;
      splitters.push(patient);
      last = patient;
    }
    if (splitters.length > 0) return splitters;
    const other = patients.find((patient) => Buffer.compare(patient, first) > 0);
    return other === undefined ? [] : [other];
  }
}

/** Spreads whole numbers over 31 bits, so that no period of the lines is one of the sample's. */
function hashOfNumber(number: number): number {
  let hash = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & 0x7fffffff;
}
