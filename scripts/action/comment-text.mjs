/** What the one comment under a pull request says, and what the page of the run says. */

/** The service takes no longer comment. */
export const mostCharacters = 65_536;

/** A comment is known by its first line, which no reader sees. Each rulebook of a repository has a comment of its own. */
export function markerOf({ rules }) {
  return `<!-- edict-action ${encodeURIComponent(rules)} -->`;
}

/**
 * The comment; null where none need be written. `ifThere` takes its place in a comment that is there from an earlier
 * state of the pull request, which must not go on saying what is so no longer.
 */
export function commentText(state, env) {
  const { inputs, diff } = state;
  const marker = markerOf(inputs);
  if (!diff.asked) return { marker, text: null, ifThere: null };
  const said = pageOf(state, env);
  if (said === null)
    return {
      marker,
      text: null,
      ifThere: `${marker}\nNo rule in \`${shown(inputs.rules)}\` changes its meaning now.\n`,
    };
  const whole = `${marker}\n${said}`;
  const text = fits(whole) ? whole : shortened(marker, said, env);
  return { marker, text, ifThere: text };
}

/** The same for the page of the run, which has room for it. */
export function summaryText(state, env) {
  return (state.diff.asked ? pageOf(state, env) : null) ?? "";
}

function pageOf({ inputs, codes, diff }, env) {
  const { rules } = inputs;
  const failed = Object.entries(codes).filter(([, code]) => code !== 0);
  const names = failed.map(([name]) => `\`edict ${name === "fmt" ? "fmt --check" : name}\``);
  const notes = names.length === 0 ? "" : `\n${names.join(", ")} did not pass; ${logOf(env)} says why.\n`;
  if (diff.page.trim() !== "") return `${diff.page.trimEnd()}\n${notes}`;
  if (diff.code === 0) return null;
  return `What changes in the rules of \`${shown(rules)}\` could not be told; ${logOf(env)} says why.\n${notes}`;
}

/** What stands before the first folded part is the answer in short. */
function shortened(marker, said, env) {
  const rest = `The rest is longer than a comment may be; ${logOf(env)} has it.\n`;
  const [first = ""] = said.split(/^<details/m, 1);
  const short = `${marker}\n${first.trimEnd()}\n\n${rest}`;
  return fits(short) ? short : `${marker}\n${rest}`;
}

/** Counted in the units of which there are more. */
function fits(text) {
  return text.length <= mostCharacters;
}

function logOf({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run }) {
  return server && repository && run ? `[the run](${server}/${repository}/actions/runs/${run})` : "the run";
}

/** A path between code marks cannot end them. */
function shown(path) {
  return path.replaceAll(/[`\r\n]/g, " ");
}
