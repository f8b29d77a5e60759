import type { LiveDns } from "../../../server/src/core/features/live/liveDns.ts";
import { liveReport, reportPage } from "../../../server/src/core/features/live/liveReport.ts";
import type { PublishedZone } from "../../../server/src/core/features/live/publishedZone.ts";
import type { Translate } from "../../../server/src/core/locale.ts";
import { shownName } from "../../../server/src/core/model/domainName.ts";
import type { Editor } from "../editor.ts";

/** What the command needs beside the editor. */
export interface LiveTools {
  readonly t: Translate;
  /** The zone in the active editor; `undefined` where none is open. */
  zone(): Promise<PublishedZone | undefined>;
  /** The DNS, given up with the signal. */
  connect(signal: AbortSignal): LiveDns;
}

/**
 * The command “Mailconfig: Compare with live DNS”: the open zone beside what is published, and what only the network
 * tells of its mail. Nothing else in the editor asks the DNS.
 *
 * @returns the page that was shown, `undefined` where the user gave up or nothing could be compared
 */
export async function compareLive(editor: Editor, { t, zone, connect }: LiveTools): Promise<string | undefined> {
  if (!editor.isTrusted) {
    editor.tell("warning", t("The DNS is asked only in a workspace that you trust."));
    return undefined;
  }
  const published = await zone();
  if (published === undefined) {
    editor.tell("warning", t("Open a zone file first."));
    return undefined;
  }
  const { apex } = published;
  if (apex === undefined) {
    editor.tell("warning", t("The zone's name is not known: write `$ORIGIN` or an SOA record."));
    return undefined;
  }
  const name = shownName(apex);
  const report = await editor.progress(t("Asking the DNS about {name}", { name }), async (signal) => {
    const found = await liveReport(published, connect(signal), t);
    return signal.aborted ? undefined : found;
  });
  if (report === undefined) return undefined;
  const title = t("{name} and the live DNS", { name });
  const page = reportPage(report, title, (uri, line) => `${uri}#L${line + 1}`, t);
  await editor.show(title, `${page}\n`);
  return page;
}
