/** The process that an editor starts: `server.cjs` is made of this file with all that it needs. */
import { connectAsAsked } from "./connect.js";

connectAsAsked();
