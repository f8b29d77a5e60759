import type { Translate } from "../../core/locale.ts";
import type { Format } from "../checkOptions.ts";
import type { Report } from "../report.ts";
import { formatGithub } from "./github.ts";
import { formatJson } from "./json.ts";
import { formatSarif } from "./sarif.ts";
import { formatText } from "./text.ts";

export interface FormatOptions {
  readonly t: Translate;
  readonly hasColours: boolean;
}

/** Each turns a report into what is printed, the last line end included. */
export const FORMATTERS: Readonly<Record<Format, (report: Report, options: FormatOptions) => string>> = {
  text: formatText,
  json: formatJson,
  github: formatGithub,
  sarif: formatSarif,
};
