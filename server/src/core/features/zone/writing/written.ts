import type { FileEdit } from "../../../engine/finding.ts";
import type { Place } from "../../answers.ts";

/** What a command writes into a zone, and a sentence that says what came of it. */
export interface Writing {
  readonly edits: readonly FileEdit[];
  readonly message: string;
}

/** Why nothing is written: a sentence for the user, and the text that it is about. */
export interface NotWritten {
  readonly refused: string;
  readonly place?: Place;
}
