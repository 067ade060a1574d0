/**
 * How the findings of two versions stand to each other, on lines that both look at. `more`: the second finds every line
 * that the first finds; `fewer`: the other way round; `same`: both. `unknown` says that nothing of this was proven, not
 * that it is false. Each answer must hold for every timeline: a review never says `same` because it found no difference.
 */

export type Direction = "same" | "more" | "fewer" | "unknown";

/** Both changes at once. */
export function both(one: Direction, other: Direction): Direction {
  if (one === "same") return other;
  if (other === "same" || one === other) return one;
  return "unknown";
}

export function allOf(directions: readonly Direction[]): Direction {
  return directions.reduce(both, "same");
}

export function opposite(direction: Direction): Direction {
  switch (direction) {
    case "more":
      return "fewer";
    case "fewer":
      return "more";
    case "same":
    case "unknown":
      return direction;
  }
}

/** By whether the first is within the second, and the second within the first. */
export function byWithin(oneInOther: boolean, otherInOne: boolean): Direction {
  if (oneInOther) return otherInOne ? "same" : "more";
  return otherInOne ? "fewer" : "unknown";
}

/** A change that may be either: only its absence says something. */
export function sameOr(isSame: boolean): Direction {
  return isSame ? "same" : "unknown";
}
