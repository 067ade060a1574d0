/**
 * Names of pages: lower case, so that two pages differ on every disk, and of letters and digits, so that no name leads
 * out of its folder or means something to a system.
 */
import { compareBytes } from "@edict/rulebook";

/** No system takes a longer name of a file, and an ending must still fit. */
const longest = 100;

/** Names that Windows keeps for devices, whatever their ending. */
const kept = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** A page for each id, within a folder. The same ids get the same pages, in whatever order they are given. */
export function pageNames(folder: string, ids: Iterable<string>): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const pages = new Map<string, string>();
  for (const id of [...ids].sort(compareBytes)) {
    const name = plainName(id);
    let free = name;
    // Ids that differ in case only. A stop is in no plain name, so that no other id has the name with its number.
    for (let number = 2; taken.has(free); number++) free = `${name}.${number}`;
    taken.add(free);
    pages.set(id, `${folder}/${free}`);
  }
  return pages;
}

function plainName(id: string): string {
  const plain = id
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, longest);
  return plain === "" || kept.test(plain) ? `id-${plain}` : plain;
}
