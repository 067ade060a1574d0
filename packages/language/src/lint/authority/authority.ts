/** The lints of the family `authority`: who says so, and whether a reader can look it up. */
import type { Lint } from "../lint.js";
import { authorityTitleTwice } from "./authority-title-twice.js";
import { authorityWithoutUrl } from "./authority-without-url.js";
import { authorityWithoutVersion } from "./authority-without-version.js";
import { becauseWithoutDetail } from "./because-without-detail.js";
import { citationTwice } from "./citation-twice.js";
import { unusedAuthority } from "./unused-authority.js";
import { urlNotHttps } from "./url-not-https.js";

export const authority: readonly Lint[] = [
  authorityTitleTwice,
  authorityWithoutUrl,
  authorityWithoutVersion,
  becauseWithoutDetail,
  citationTwice,
  unusedAuthority,
  urlNotHttps,
];
