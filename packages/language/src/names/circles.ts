/** Names that contain names: the order in which each comes after what it contains, and the circles that have no such order. */

/** What `arrange` gives. */
export interface Arrangement {
  /** All names, the contained before what contains them. */
  readonly order: readonly string[];
  /** Each circle from its first name back to it: `A`, `B`, `A`. */
  readonly circles: readonly (readonly string[])[];
}

/** Arranges names by what each contains. Without recursion: a chain may be as long as a rulebook. */
export function arrange(names: Iterable<string>, contained: (name: string) => readonly string[]): Arrangement {
  const order: string[] = [];
  const circles: string[][] = [];
  const state = new Map<string, "open" | "done">();
  for (const name of names) {
    if (state.has(name)) continue;
    const path = [{ name, rest: [...contained(name)].reverse() }];
    state.set(name, "open");
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.rest.pop();
      if (next === undefined) {
        state.set(top.name, "done");
        order.push(top.name);
        path.pop();
      } else if (!state.has(next)) {
        state.set(next, "open");
        path.push({ name: next, rest: [...contained(next)].reverse() });
      } else if (state.get(next) === "open") {
        const start = path.findIndex((step) => step.name === next);
        circles.push([...path.slice(start).map((step) => step.name), next]);
      }
    }
  }
  return { order, circles };
}
