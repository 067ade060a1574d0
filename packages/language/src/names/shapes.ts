/** Shapes of values that only rule text needs to know: places, types of bill, revenue codes, reason codes. */

/** Two digits. */
export const placeShape = /^\d{2}$/;

/** The beginning of a type of bill, with or without its leading zero: `13`, `131`, `0131`. */
export const billShape = /^0?[1-9][0-9A-Z]{0,3}$/;

/** Four digits. */
export const revenueShape = /^\d{4}$/;

/** `97`, `B15`, `P1` */
export const carcShape = /^(?:[1-9]\d{0,2}|[A-Z]\d{1,2})$/;

/** `N20`, `M15`, `MA130` */
export const rarcShape = /^(?:N|MA?)\d{1,4}$/;
