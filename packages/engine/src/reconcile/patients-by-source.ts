/** Which patients have lines in which sources: a patient whom one source does not know is told apart from a line that it lacks. */
import type { Charges } from "@edict/rulebook";

/** Patients with lines in the same sources. */
export interface PatientsInSources {
  /** In the order of the sources. */
  readonly in: readonly string[];
  /** By bytes. */
  readonly patients: readonly string[];
}

/** Patients in all sources are counted, the others listed. */
export interface PatientsBySource {
  readonly inAll: number;
  readonly notInAll: readonly PatientsInSources[];
}

/** Counts the patients of the lines that are evaluated. `sourceOfFile` gives, of each file of the charges, its source. */
export function patientsBySource(
  charges: Charges,
  sources: readonly string[],
  sourceOfFile: readonly string[],
): PatientsBySource {
  let inAll = 0;
  const groups = new Map<string, { readonly in: readonly string[]; readonly patients: string[] }>();
  const seen = new Set<string>();
  for (let line = 0; line < charges.count; line++) {
    seen.add(sourceOfFile[charges.file[line] ?? -1] ?? "");
    const patient = charges.patient.ids[line] ?? -1;
    // A patient's lines stand together.
    if (line + 1 < charges.count && charges.patient.ids[line + 1] === patient) continue;
    const own = sources.filter((source) => seen.has(source));
    seen.clear();
    if (own.length === sources.length) {
      inAll += 1;
      continue;
    }
    const key = JSON.stringify(own);
    const group = groups.get(key) ?? { in: own, patients: [] };
    groups.set(key, group);
    group.patients.push(charges.patient.values[patient] ?? "");
  }
  const place = ({ in: own }: PatientsInSources): number =>
    sources.reduce((sum, source, at) => sum + (own.includes(source) ? 2 ** (sources.length - at) : 0), 0);
  return { inAll, notInAll: [...groups.values()].sort((left, right) => place(right) - place(left)) };
}
