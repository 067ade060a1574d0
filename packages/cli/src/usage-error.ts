/** What keeps a command from doing its job and is no diagnostic of a rule: said in one sentence, exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
