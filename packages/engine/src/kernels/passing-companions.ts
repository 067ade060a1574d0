/**
 * Companions of a patient with so many lines that they are not looked at one by one. Where `when` and `unless` read the
 * companion, all that they read of it is a signature; a subject lets some signatures pass, and the companions that pass
 * are grouped once for each such choice of signatures. There are few, since conditions are few.
 */
import type { SignatureTest } from "../conditions/condition.js";
import type { LineList } from "../patient/line-list.js";
import { emptyList, push } from "../patient/line-list.js";
import type { Patient } from "../patient/patient.js";
import type { CompanionPlan } from "../plan/check-plan.js";
import type { VersionPlan } from "../plan/rule-plan.js";
import type { WindowDays } from "../plan/window-days.js";
import { CompanionGroups } from "./companions.js";

/** More signatures than that do not fit the bits of a number; then companions are looked at one by one. */
const mostSignatures = 30;

export class PassingCompanions {
  private readonly groups = new Map<number, CompanionGroups>();

  /** Null where the condition on the companion cannot be put into few signatures. */
  static of(
    check: CompanionPlan,
    version: VersionPlan,
    patient: Patient,
    companions: LineList,
    isPair: boolean,
    row: number,
  ): PassingCompanions | null {
    if (!isPair) return new PassingCompanions(check, patient, companions, null, [], new Int32Array());
    const condition = version.passes?.bySignature ?? null;
    if (condition === null) return null;
    const signatures = Int32Array.from({ length: companions.to - companions.from }, (_, at) =>
      signatureOf(condition, companions.items[companions.from + at] ?? 0, row),
    );
    const distinct = [...new Set(signatures)];
    if (distinct.length > mostSignatures) return null;
    return new PassingCompanions(check, patient, companions, condition, distinct, signatures);
  }

  private constructor(
    private readonly check: CompanionPlan,
    private readonly patient: Patient,
    private readonly companions: LineList,
    private readonly condition: SignatureTest | null,
    private readonly distinct: readonly number[],
    private readonly signatures: Int32Array,
  ) {}

  /** The nearest companion of a subject, and how much of them is in scope where the check counts. */
  look(
    subject: number,
    row: number,
    window: WindowDays,
    found: { line: number; distance: number; total: number },
  ): void {
    const passing = this.passing(subject, row);
    if (passing === 0) return;
    let groups = this.groups.get(passing);
    if (groups === undefined) {
      groups = new CompanionGroups(this.patient, this.check.scope, this.listOf(passing), this.check.measure, null);
      this.groups.set(passing, groups);
    }
    groups.nearer(subject, 0, window, found);
    if (this.check.measure !== null) found.total = groups.total(subject, 0, window);
  }

  /** The signatures that the subject lets pass, a bit for each; all of them where there is no condition. */
  private passing(subject: number, row: number): number {
    const { condition, distinct } = this;
    if (condition === null) return 1;
    let bits = 0;
    for (const [at, signature] of distinct.entries()) {
      if (condition.test(subject, signature, row)) bits |= 1 << at;
    }
    return bits;
  }

  private listOf(passing: number): LineList {
    if (this.condition === null) return this.companions;
    const places = new Map(this.distinct.map((signature, at) => [signature, at]));
    const list = emptyList();
    for (const [at, signature] of this.signatures.entries()) {
      if ((passing & (1 << (places.get(signature) ?? 0))) !== 0) {
        push(list, this.companions.items[this.companions.from + at] ?? 0);
      }
    }
    return list;
  }
}

/** What a condition reads of a companion, bit by bit. */
export function signatureOf(condition: SignatureTest, companion: number, row: number): number {
  let signature = 0;
  for (const [at, bit] of condition.bits.entries()) if (bit(companion, row)) signature |= 1 << at;
  return signature;
}
