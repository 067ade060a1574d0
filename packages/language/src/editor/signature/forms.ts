/**
 * The forms of the statements, as an analyst reads them: what stands in angle brackets is a part, with a sentence that
 * says what it is and the phrases of the grammar in which it is written.
 */

export interface FormPart {
  readonly says: string;
  /** Phrases within the statement's own, joined by `>`; each a name and which call of it. */
  readonly at: readonly string[];
}

export interface Form {
  /** `bundle <A> into <B> <SCOPE>` */
  readonly form: string;
  readonly says: string;
  readonly parts: Readonly<Record<string, FormPart>>;
}

const subject = (says: string): FormPart => ({ says, at: ["codes 0"] });

const where =
  "where the other line stands, such as on the same day, by the same provider or in the same episode; several may stand together";

const directed = (phrase: string, words: string): FormPart => ({
  says: `${where}; with a direction, ${words}`,
  at: [phrase],
});

const followed = "that follows or that precedes, within 30 days or such";
const dated = "before or after, within 30 days or such";

const per = (says: string): FormPart => ({ says, at: ["per 0"] });

const ratio = {
  M: {
    says: "how many of B each allowance is for, in days, units or lines",
    at: ["optionalForEvery 0>forEvery 0>quantity 0"],
  },
  B: { says: "the codes that are counted against A", at: ["optionalForEvery 0>forEvery 0>codes 0"] },
  K: {
    says: "from which remainder on one more allowance is due; without it, only whole ones count",
    at: ["optionalForEvery 0>forEvery 0>numberOrRow 0"],
  },
  J: {
    says: "what the allowance never falls under",
    at: [
      "optionalForEvery 0>forEvery 0>numberOrRow 2",
      "optionalForEvery 0>forEvery 0>atLeastWords 0",
      "floorAfterPer 0",
    ],
  },
} as const;

const grouped = "per what is counted: line, day, claim, patient, an episode, or a number of days; then and with fields";

/** The forms of each statement, by the grammar's name for it. Of several, the first that has the part at the caret is shown. */
export const forms: Readonly<Record<string, readonly Form[]>> = {
  bundle: [
    {
      form: "bundle <A> into <B> <SCOPE>",
      says: "A finding on each A line for which a B line stands in scope.",
      parts: {
        A: subject("the codes that are part of another service; the finding is on their lines"),
        B: { says: "the codes of the service that they are part of", at: ["codes 2"] },
        SCOPE: directed("scopes 0", followed),
      },
    },
  ],
  forbid: [
    {
      form: "forbid <A> with <B> <SCOPE>",
      says: "A finding on each A line for which a B line stands in scope.",
      parts: {
        A: subject("the codes that are not paid beside B; the finding is on their lines"),
        B: { says: "the codes that exclude A", at: ["companion 0>codes 0"] },
        SCOPE: directed("companion 0>scopes 0", followed),
      },
    },
    {
      form: "forbid <A> with at least <N> of <B> <SCOPE>",
      says: "A finding on each A line for which so many of B stand in scope.",
      parts: {
        A: subject("the codes that are not paid beside B; the finding is on their lines"),
        N: { says: "how many, in days, units or lines", at: ["companion 0>quantity 0", "companion 0>atLeastWords 0"] },
        B: { says: "the codes that exclude A", at: ["companion 0>codes 0"] },
        SCOPE: directed("companion 0>scopes 0", followed),
      },
    },
    {
      form: "forbid <A>",
      says: "A finding on each A line, under the rule's for, in, when and unless.",
      parts: { A: subject("the codes that are not paid") },
    },
  ],
  requires: [
    {
      form: "each <A> requires <B> <SCOPE>",
      says: "A finding on each A line for which no B line stands in scope.",
      parts: {
        A: subject("the codes that need B; the finding is on their lines"),
        B: { says: "the codes that must be there", at: ["companion 0>codes 0"] },
        SCOPE: directed("companion 0>scopes 0", dated),
      },
    },
    {
      form: "each <A> requires at least <N> of <B> <SCOPE>",
      says: "A finding on each A line with fewer than that of B in scope.",
      parts: {
        A: subject("the codes that need B; the finding is on their lines"),
        N: { says: "how many, in days, units or lines", at: ["companion 0>quantity 0", "companion 0>atLeastWords 0"] },
        B: { says: "the codes that must be there", at: ["companion 0>codes 0"] },
        SCOPE: directed("companion 0>scopes 0", dated),
      },
    },
    {
      form: "each <A> requires <CONDITION>",
      says: "A finding on each A line for which the condition is false.",
      parts: {
        A: subject("the codes that the condition is asked of"),
        CONDITION: { says: "what must be true of the line, such as authorization is present", at: ["condition 0"] },
      },
    },
    {
      form: "each <A> requires a row of <TABLE> where <CONDITION>",
      says: "A finding on each A line for which no row of the table makes the condition true.",
      parts: {
        A: subject("the codes that are looked up"),
        TABLE: { says: "the table", at: ["requiredRow 0>nameReference 0"] },
        CONDITION: {
          says: "what must be true of the line and one row, with row. and a column",
          at: ["requiredRow 0>condition 0"],
        },
      },
    },
  ],
  sequence: [
    {
      form: "sequence <A>, then <B> within <N>, then first <C> in the same <EPISODE>",
      says: "A finding on each B line with no A line before it, and on each C line with no B line before it; the same day counts.",
      parts: {
        A: subject("the codes that come first"),
        B: {
          says: "the codes that come next; with first before them, only the earliest line is looked at",
          at: ["sequenceLink 0>codes 0"],
        },
        N: {
          says: "how long after what comes before it, such as 30 days or 1 to 30 days; may be left out",
          at: ["sequenceLink 0>within 0"],
        },
        C: { says: "the codes after those, as many as are needed", at: ["sequenceLink 2>codes 0"] },
        EPISODE: { says: "the episode that all of it stands in; may be left out", at: ["episodeScope 0"] },
      },
    },
  ],
  limit: [
    {
      form: "limit <A> to <N> <PER>",
      says: "A finding on the lines that go past N, in the order of dates and input; with all lines at its end, on every line of the group.",
      parts: {
        A: subject("the codes that are counted"),
        N: { says: "how many, in units, lines or days", at: ["quantity 0"] },
        PER: per(grouped),
      },
    },
    {
      form: "limit <A> to <N> for every <M> of <B> counting a remainder of <K> or more but at least <J> <PER>",
      says: "A finding on the lines past the allowance: N for each whole M of B, and N more where the remainder reaches K.",
      parts: {
        A: subject("the codes that are counted"),
        N: { says: "how many, in units, lines or days", at: ["quantity 0"] },
        ...ratio,
        PER: per(grouped),
      },
    },
  ],
  expectation: [
    {
      form: "expect <A> at least <N> <PER>",
      says: "A finding on the last line of a group with too few of A.",
      parts: {
        A: subject("the codes that there should be enough of"),
        N: { says: "how many, in units, lines or days", at: ["quantity 0", "atLeastWords 0"] },
        PER: per(grouped),
      },
    },
    {
      form: "expect <A> at least <N> for every <M> of <B> counting a remainder of <K> or more but at least <J> <PER>",
      says: "A finding on the last B line of a group with too few of A for its B.",
      parts: {
        A: subject("the codes that there should be enough of"),
        N: { says: "how many, in units, lines or days", at: ["quantity 0", "atLeastWords 0"] },
        ...ratio,
        PER: per(grouped),
      },
    },
  ],
  replacement: [
    {
      form: "replace <A> with <CODE>",
      says: "A finding on each A line, which suggests the other code.",
      parts: {
        A: subject("the codes that are no longer billed"),
        CODE: { says: "the code that takes their place", at: ["wordOrRow 0"] },
      },
    },
  ],
};
