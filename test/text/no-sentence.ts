/** Thrown where the language has no sentence for what a random rulebook holds. */
export class NoSentence extends Error {}
