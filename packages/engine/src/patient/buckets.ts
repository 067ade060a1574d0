/** Lines by group, each group in the order of date and input. */
import { Measured } from "./measured.js";
import type { LineList } from "./line-list.js";
import { emptyList, push } from "./line-list.js";

export class Buckets {
  /** The lines of group `g` are `lines[starts[g]]` up to but not including `lines[starts[g + 1]]`. */
  starts = new Int32Array(16);
  lines = new Int32Array(16);
  /** Their measure, over all groups: a stretch never reaches over the end of its own. */
  readonly measured = new Measured();
  private readonly added: LineList = emptyList();
  private readonly groups: LineList = emptyList();

  /** Forgets all lines. */
  begin(): void {
    this.added.to = 0;
    this.groups.to = 0;
  }

  /** Lines are added in the order of date and input. */
  add(line: number, group: number): void {
    push(this.added, line);
    push(this.groups, group);
  }

  get size(): number {
    return this.added.to;
  }

  /** Sorts what was added into its groups: a counting sort, which keeps the order within each. */
  sort(groupCount: number): void {
    const { added, groups } = this;
    if (this.starts.length <= groupCount) this.starts = new Int32Array(groupCount * 2 + 2);
    if (this.lines.length < added.to) this.lines = new Int32Array(added.to * 2);
    const { starts, lines } = this;
    starts.fill(0, 0, groupCount + 1);
    for (let at = 0; at < groups.to; at++) {
      const group = groups.items[at] ?? 0;
      starts[group] = (starts[group] ?? 0) + 1;
    }
    let end = 0;
    for (let group = 0; group < groupCount; group++) {
      end += starts[group] ?? 0;
      starts[group] = end;
    }
    starts[groupCount] = end;
    // Filled from the back, so that each start moves down from its end to where it belongs.
    for (let at = added.to - 1; at >= 0; at--) {
      const group = groups.items[at] ?? 0;
      const place = (starts[group] ?? 0) - 1;
      starts[group] = place;
      lines[place] = added.items[at] ?? 0;
    }
  }
}
