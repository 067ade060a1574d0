/** Where in a JSON document a value stands, as a chain that is only spelled out when a problem is told. */

/** The way from the document to a value; null is the document itself. */
export type Path = PathStep | null;

interface PathStep {
  readonly parent: Path;
  readonly step: string | number;
}

/** The path of a key or an item within a value. */
export function within(parent: Path, step: string | number): Path {
  return { parent, step };
}

/** `rules[3].clauses.outcome`; the document itself is `rulebook`. */
export function spell(path: Path): string {
  const steps: (string | number)[] = [];
  for (let at = path; at !== null; at = at.parent) steps.unshift(at.step);
  if (steps.length === 0) return "rulebook";
  return steps.map(spellStep).join("").replace(/^\./, "");
}

function spellStep(step: string | number): string {
  if (typeof step === "number") return `[${step}]`;
  return /^[A-Za-z][A-Za-z0-9]*$/.test(step) ? `.${step}` : `[${shown(step)}]`;
}

/** A value as a message shows it, cut short. */
export function shown(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  switch (typeof value) {
    case "string":
      return value.length > 60 ? `${JSON.stringify(value.slice(0, 60))}…` : JSON.stringify(value);
    case "number":
    case "boolean":
      return String(value);
    case "object":
      return "an object";
    default:
      return "nothing";
  }
}
