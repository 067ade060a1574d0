/** Numbers with their noun. */

/** `1 line`, `12 lines`, `1,204 lines`. */
export function counted(count: number, noun: string): string {
  return `${String(count).replace(/\B(?=(\d{3})+$)/g, ",")} ${noun}${count === 1 ? "" : "s"}`;
}
