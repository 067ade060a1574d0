/** Taking a part of a text out so that no blank line and no double blank is left where it stood. */
import type { Stretch } from "../../source/source.js";

/** The stretch with its line, where nothing else stands there; else with the blanks before it. */
export function lineOf({ source, start, end }: Stretch): Stretch {
  const { text } = source;
  const lineStart = start === 0 ? 0 : text.lastIndexOf("\n", start - 1) + 1;
  const feed = text.indexOf("\n", end);
  const lineEnd = feed === -1 ? text.length : feed;
  const before = text.slice(lineStart, start);
  if (before.trim() === "" && text.slice(end, lineEnd).trim() === "") {
    return { source, start: lineStart, end: feed === -1 ? text.length : feed + 1 };
  }
  return { source, start: start - (before.length - before.trimEnd().length), end };
}
