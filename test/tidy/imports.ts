/** The imports of a file, read with a pattern: every form of import and export that names a file or a package. */

/** What is named after `from`, after a bare `import`, and where `import` is called. */
export function importsOf(text: string): readonly string[] {
  const statements = /^(?:import|export)\b[^;"'`]*?\bfrom\s*["']([^"']+)["']/gm;
  const bare = /^import\s*["']([^"']+)["']/gm;
  const called = /\b(?:import|require)\(\s*["']([^"']+)["']/g;
  return [statements, bare, called].flatMap((pattern) => [...text.matchAll(pattern)].map((found) => found[1] ?? ""));
}
