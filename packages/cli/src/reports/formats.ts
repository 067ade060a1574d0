/** What `--format` takes, by command: names alone, so that a command can be explained without any format being loaded. */

/** Of `edict run`. */
export const runFormats = ["text", "json", "ndjson", "csv", "sarif", "junit", "html", "parquet"] as const;

/** Of those the ones whose findings stand one after another, so that several threads can write them. */
export const renderedFormats = ["ndjson", "csv"] as const;

/** Of `edict diff`. */
export const diffFormats = ["text", "markdown", "json", "sarif", "html"] as const;

/** Of `edict reconcile`. */
export const reconcileFormats = ["text", "json", "ndjson", "csv"] as const;

/** Of `edict import --diff`. */
export const importDiffFormats = ["text", "json", "csv"] as const;

export type RunFormat = (typeof runFormats)[number];

export type RenderedFormat = (typeof renderedFormats)[number];

/** Whether threads can write a format. */
export function isRendered(format: RunFormat): format is RenderedFormat {
  return renderedFormats.some((rendered) => rendered === format);
}

export type DiffFormat = (typeof diffFormats)[number];

export type ReconcileFormat = (typeof reconcileFormats)[number];

export type ImportDiffFormat = (typeof importDiffFormats)[number];
