/** What each field of a charge line holds, in a sentence (`language.md` section 6). */
import type { BuiltInField } from "@edict/rulebook";

export const fieldMeanings: { readonly [F in BuiltInField]: string } = {
  patient: "Whose line it is. Rules never look across patients.",
  date: "The date of service.",
  code: "The procedure code that is billed.",
  line: "The number of the line on its claim.",
  claim: "The claim that the line stands on.",
  modifiers: "The modifiers of the line, two characters each.",
  units: "How many units are billed; 1 where the file leaves it blank.",
  diagnoses: "The diagnoses of the line; the first is the primary one.",
  "primary diagnosis": "The first of the line's diagnoses.",
  payer: "Who pays, as the charge file says it. A declared payer stands for all its spellings.",
  form: "`professional` or `institutional`.",
  place: "The place of service, two digits.",
  bill: "The type of bill of an institutional claim.",
  revenue: "The revenue code, four digits.",
  setting: "The setting, where the file says it; it wins over place and type of bill.",
  provider: "Who gave the service.",
  authorization: "The number of the payer's authorization.",
  amount: "What is charged, in dollars.",
  birth: "The patient's date of birth.",
  age: "The patient's age in whole years on the date of service.",
  sex: "The patient's sex, as the file says it.",
  through: "The last date of a line that spans several days.",
};
