/**
 * What a token is, and what its type is: a word of its own, or a category, which other types belong to. A type can be handed
 * to Chevrotain too, which works out the grammar for the editor and for `choices.ts`, and reads no text.
 */
import type { TokenType as ChevrotainType } from "chevrotain";

/** A type of tokens. */
export interface TokenType extends ChevrotainType {
  readonly number: number;
  /** Of a category, 1 at the numbers of the types that belong to it, and at its own; null where no other does. */
  members: Uint8Array | null;
  CATEGORIES: TokenType[];
}

/** A token at its place. One that a repair put in has no length. */
export interface Token {
  readonly image: string;
  readonly startOffset: number;
  /** The last character's. */
  readonly endOffset: number;
  readonly tokenType: TokenType;
}

const types: TokenType[] = [];

/** More than there are. */
const mostTypes = 512;

/** Makes a type; it belongs to the categories, and to what these belong to. */
export function tokenType(name: string, label: string | null, categories: readonly TokenType[] = []): TokenType {
  const number = types.length;
  if (number >= mostTypes) throw new Error("there are more token types than their categories have room for");
  const type = {
    name,
    ...(label === null ? {} : { LABEL: label }),
    CATEGORIES: [...categories],
    number,
    members: null,
  };
  types.push(type);
  for (const category of categories) join(category, number);
  return type;
}

/** All types that were made, by their numbers. */
export function allTypes(): readonly TokenType[] {
  return types;
}

function join(category: TokenType, number: number): void {
  category.members ??= new Uint8Array(mostTypes).fill(1, category.number, category.number + 1);
  category.members[number] = 1;
  for (const above of category.CATEGORIES) join(above, number);
}

/** The numbers of a type and of those that belong to it. */
export function numbersOf({ number, members }: TokenType): readonly number[] {
  return members === null ? [number] : [...members.keys()].filter((one) => members[one] === 1);
}

/** True of a token of a type, or of one that belongs to it. */
export function isOf({ tokenType: own }: Token, type: TokenType): boolean {
  return own === type || (type.members !== null && type.members[own.number] === 1);
}
