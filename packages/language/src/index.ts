// Sources and places within them.
export type { Source, Stretch } from "./source/source.js";
export { placeAt, spanOf, stretchOf } from "./source/source.js";

// Text to tree.
export type { Parsed } from "./syntax/parse.js";
export { parse } from "./syntax/parse.js";
