/** The lints of the family `tables`. */
import type { Lint } from "../lint.js";
import { pairInTable } from "./pair-in-table.js";
import { rowNeverInForce } from "./row-never-in-force.js";
import { rowTwice } from "./row-twice.js";
import { unreadColumn } from "./unread-column.js";

export const tables: readonly Lint[] = [pairInTable, rowNeverInForce, rowTwice, unreadColumn];
