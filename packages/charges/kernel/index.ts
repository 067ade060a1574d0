/** What the kernel has to offer; `packages/charges/src/kernel` is who calls it. */
export { numberRows, scan } from "./scan";
export { knownInts, moveSlots, remember, settle } from "./known-cells";
export { plainDays, rememberDay } from "./plain-days";
export { plainNumbers } from "./plain-numbers";
export { gather } from "./gather";
export { skim } from "./skim";
