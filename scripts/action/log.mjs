/**
 * What a step writes into the log of the run. The service reads lines of a log as commands to itself; what came from a
 * pull request is written where it reads none.
 */
import { randomUUID } from "node:crypto";
import process from "node:process";

/** Says something beside the run: `error`, `warning` or `notice`. */
export function say(kind, text) {
  const data = text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  process.stdout.write(`::${kind} title=edict::${data}\n`);
}

/** Writes a text in which the service looks for no commands: nobody can know the word that ends it. */
export function guarded(text) {
  if (text === "") return;
  const word = randomUUID();
  process.stdout.write(`::stop-commands::${word}\n${text.endsWith("\n") ? text : `${text}\n`}::${word}::\n`);
}
