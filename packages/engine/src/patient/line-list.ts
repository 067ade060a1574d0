/** A stretch of an array of line indexes, in the order of date and input. Lists are buffers that are written over. */
export interface LineList {
  items: Int32Array;
  from: number;
  to: number;
}

export function emptyList(): LineList {
  return { items: new Int32Array(16), from: 0, to: 0 };
}

/** Appends a line. */
export function push(list: LineList, line: number): void {
  if (list.to === list.items.length) {
    const wider = new Int32Array(list.items.length * 2);
    wider.set(list.items);
    list.items = wider;
  }
  list.items[list.to] = line;
  list.to += 1;
}

/** Whether a line is in the list, which rises. */
export function listHas(list: LineList, line: number): boolean {
  let low = list.from;
  let high = list.to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list.items[middle] ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low < list.to && list.items[low] === line;
}
