/**
 * A parser that knows beforehand what it looks at where the grammar has a choice: `choices.ts` lists it. Chevrotain works it
 * out each time a parser is built, by running through the whole grammar and then from every choice to its first words,
 * which takes longer than reading a file. So it is worked out once, by a test that holds the list to the grammar.
 *
 * This reaches into what Chevrotain does not promise: the names below, and how it numbers choices. Its version is fixed, and
 * the test reads the same declarations with a parser that Chevrotain analysed itself.
 */
import type { IRecognitionException } from "chevrotain";
import { EarlyExitException, EmbeddedActionsParser, NoViableAltException } from "chevrotain";
import { errorMessages } from "../error-messages.js";
import { indexOf, vocabulary } from "../tokens.js";
import { choices } from "./choices.js";

/** `listed` trusts the list; `analysed` has Chevrotain work it out, and knows the grammar. */
export type Preparation = "listed" | "analysed";

/** An alternative as Chevrotain hands it over. */
interface GatedAlternative {
  readonly GATE?: () => boolean;
}

/** Which alternative may be read, or whether what is optional may. Chevrotain calls it with the parser as `this`. */
type Decide = (this: ListedChoices, alternatives: readonly GatedAlternative[]) => number | boolean | undefined;

/** The kinds of choice by Chevrotain's numbers for them. */
const kinds: Readonly<Record<string, number>> = { OR: 1, OPTION: 2, MANY: 3, AT_LEAST_ONE: 4 };

const typesByName = new Map(vocabulary.map((type) => [type.name, type]));

/** Past the number of every type. Chevrotain numbers types of its own too. */
const pastTypes = Math.max(...vocabulary.map(indexOf)) + 1;

export abstract class ListedChoices extends EmbeddedActionsParser {
  // Chevrotain's own. A rule's number is shifted, so that a choice's kind and its number in the rule fit in below.
  declare private readonly fullRuleNameToShort: Readonly<Record<string, number>>;
  declare private readonly lookAheadFuncsCache: Map<number, Decide>;
  declare private selfAnalysisDone: boolean;
  declare private readonly SAVE_ERROR: (error: IRecognitionException) => Error;

  protected constructor(private readonly preparation: Preparation) {
    // What is registered already is registered again, for nothing: the listed parser names one type that has others below it.
    super(preparation === "listed" ? vocabulary.slice(0, 1) : [...vocabulary], {
      maxLookahead: 1,
      recoveryEnabled: false,
      // It would complain of words that are names too: where both may stand, the first alternative is meant.
      skipValidations: true,
      errorMessageProvider: errorMessages,
    });
  }

  /** Called once, when all rules are declared. */
  protected prepare(): void {
    if (this.preparation === "listed") this.takeChoices();
    else this.performSelfAnalysis();
  }

  private takeChoices(): void {
    this.selfAnalysisDone = true;
    for (const line of choices.trim().split("\n")) {
      const [place = "", looksAt = ""] = line.split(": ");
      const [rule = "", kind = "", number = ""] = place.split(" ");
      const [shifted, kindNumber] = [this.fullRuleNameToShort[rule], kinds[kind.replace("?", "")]];
      if (shifted === undefined || kindNumber === undefined) {
        throw new Error(`the list of choices names ${place}, which the grammar has not; npm run accept makes it anew`);
      }
      const firstWords = looksAt.split(" / ").map(numbersOf);
      this.lookAheadFuncsCache.set(
        shifted | (kindNumber << 8) | Number(number),
        ListedChoices.decide(kind, firstWords),
      );
    }
  }

  /** Decides by the next token alone. `firstWords` are the numbers of the types with which each alternative may begin. */
  private static decide(kind: string, firstWords: readonly (readonly number[])[]): Decide {
    if (kind === "OR?") {
      const masks = firstWords.map((numbers) => maskOf(numbers));
      return function (alternatives) {
        const { tokenTypeIdx } = this.LA_FAST(1);
        const taken = masks.findIndex(
          (mask, at) => mask[tokenTypeIdx] === 1 && alternatives[at]?.GATE?.call(this) !== false,
        );
        return taken < 0 ? undefined : taken;
      };
    }
    if (kind === "OR") {
      const alternativeOf = new Map<number, number>();
      for (const [at, numbers] of firstWords.entries())
        for (const number of numbers) if (!alternativeOf.has(number)) alternativeOf.set(number, at);
      return function () {
        return alternativeOf.get(this.LA_FAST(1).tokenTypeIdx);
      };
    }
    const mask = maskOf(firstWords.flat());
    return function () {
      return mask[this.LA_FAST(1).tokenTypeIdx] === 1;
    };
  }

  /** What Chevrotain calls where no alternative fits. Its own works out at length what would have, for a message. */
  protected raiseNoAltException(_choice: number, wanted: string | undefined): never {
    throw this.SAVE_ERROR(new NoViableAltException(wanted ?? "", this.LA(1), this.LA(0)));
  }

  /** Likewise where something must stand at least once. */
  protected raiseEarlyExitException(_choice: number, _kind: number, wanted: string | undefined): never {
    throw this.SAVE_ERROR(new EarlyExitException(wanted ?? "", this.LA(1), this.LA(0)));
  }
}

/** The numbers of the token types that are named, and of those below them. */
function numbersOf(names: string): readonly number[] {
  return names.split(" ").flatMap((name) => {
    const type = typesByName.get(name);
    if (type === undefined) throw new Error(`the list of choices names the token type ${name}, which there is not`);
    return [indexOf(type), ...(type.categoryMatches ?? [])];
  });
}

function maskOf(numbers: readonly number[]): Uint8Array {
  const mask = new Uint8Array(pastTypes);
  for (const number of numbers) mask[number] = 1;
  return mask;
}
