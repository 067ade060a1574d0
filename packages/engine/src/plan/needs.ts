/** Which columns a rule needs and a charge file lacks (`language.md` section 8, ruling 9). */
import type { ChargeFile, Need } from "@edict/rulebook";

/** Of several files each must have the column. Of alternatives that are all missing, all are named. */
export function missingNeeds(needs: readonly Need[], files: readonly ChargeFile[]): string[] {
  const missing = needs.filter((need) => files.some((file) => !need.anyOf.some((field) => has(file, field))));
  return [...new Set(missing.flatMap((need) => need.anyOf))];
}

function has(file: ChargeFile, field: string): boolean {
  switch (field) {
    case "patient":
    case "date":
    case "code":
      return true;
    case "primary diagnosis":
      return file.fields.has(field) || file.fields.has("diagnoses");
    default:
      return file.fields.has(field);
  }
}
