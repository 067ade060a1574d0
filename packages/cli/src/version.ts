/** The version of the command; all packages share it, and a test holds it against `package.json`. */
export const version = "0.1.0";
