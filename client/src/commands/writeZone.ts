import { SPF_PROVIDERS } from "../../../server/src/core/facts/spfProviders.ts";
import type { Translate } from "../../../server/src/core/locale.ts";
import type { WriteResult, ZoneWish } from "../../../server/src/protocol.ts";
import type { Choice, Editor } from "../editor.ts";
import { tellRefusal } from "./refusal.ts";

/** What the commands that write into a zone need of VS Code and the server. */
export interface ZoneTools {
  readonly editor: Editor;
  readonly t: Translate;
  /** The name of the zone in the active editor, without a final dot; `undefined` where no zone is open, `""` where nobody knows. */
  zoneName(): Promise<string | undefined>;
  /** What would be written for a wish, at the cursor of the active editor; changes nothing. */
  preview(wish: ZoneWish): Promise<WriteResult | undefined>;
  /** Writes it there. */
  apply(result: Extract<WriteResult, { kind: "written" }>): Promise<boolean>;
}

const OTHER = "";

/** The command “Add SPF for a provider”. */
export async function addSpf(tools: ZoneTools): Promise<boolean> {
  const { editor, t } = tools;
  if (!(await isZoneOpen(tools))) return false;
  const title = t("Whose servers may send for this domain?");
  const known = SPF_PROVIDERS.map(
    ({ provider, include }): Choice<string> => ({ label: provider, description: `include:${include}`, value: include }),
  );
  const other = { label: t("Another provider…"), description: t("by the name that it asks to include"), value: OTHER };
  const picked = await editor.pick(title, [...known, other]);
  const include = picked === OTHER ? await askInclude(tools) : picked;
  return include === undefined ? false : writeWish(tools, { kind: "spf", include });
}

async function askInclude({ editor, t }: ZoneTools): Promise<string | undefined> {
  const given = await editor.ask({
    title: t("Another provider"),
    prompt: t("The name behind `include:`, such as `_spf.example.net`"),
    problem: (answer) => (isHost(hostIn(answer)) ? undefined : t("Write a host name, such as `_spf.example.net`.")),
  });
  return given === undefined ? undefined : hostIn(given);
}

/** People paste the whole term, or the name with its final dot. */
function hostIn(answer: string): string {
  return answer
    .trim()
    .replace(/^[+]?include:/i, "")
    .replace(/\.$/, "");
}

function isHost(name: string): boolean {
  return name.length <= 253 && /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z][a-z0-9-]*$/i.test(name);
}

/** The command “Add DMARC record”. */
export async function addDmarc(tools: ZoneTools): Promise<boolean> {
  const { editor, t } = tools;
  const name = await zoneOpen(tools);
  if (name === undefined) return false;
  // Nobody shall answer questions for a record that is there already.
  const first = await tools.preview({ kind: "dmarc", policy: "none", reportTo: "" });
  if (first === undefined || first.kind === "refused") return tell(tools, first);
  const policy = await editor.pick(t("What shall receivers do with mail that fails?"), [
    {
      label: "none",
      description: t("deliver it, and report"),
      detail: t("The safe beginning: first see who sends under this name."),
      value: "none" as const,
    },
    {
      label: "quarantine",
      description: t("treat it as suspicious"),
      detail: t("Most receivers put it into the spam folder."),
      value: "quarantine" as const,
    },
    {
      label: "reject",
      description: t("refuse it"),
      detail: t("When the reports show that all of your own mail passes."),
      value: "reject" as const,
    },
  ]);
  if (policy === undefined) return false;
  const reportTo = await editor.ask({
    title: t("Add a DMARC record"),
    prompt: t("Where the daily reports go; leave it empty for none"),
    value: name === "" ? "" : `dmarc@${name}`,
    problem: (answer) =>
      answer.trim() === "" || /^[^\s@;,!"\\]+@[^\s@;,!"\\]+\.[^\s@;,!"\\]+$/.test(answer.trim())
        ? undefined
        : t("Write a mail address, or nothing."),
  });
  if (reportTo === undefined) return false;
  return writeWish(tools, { kind: "dmarc", policy, reportTo: reportTo.trim() });
}

/** The commands that ask nothing: “Split long TXT strings”, “Raise SOA serial”. */
export async function writeAtOnce(tools: ZoneTools, kind: "strings" | "serial"): Promise<boolean> {
  return (await isZoneOpen(tools)) && writeWish(tools, { kind });
}

async function writeWish(tools: ZoneTools, wish: ZoneWish): Promise<boolean> {
  const result = await tools.preview(wish);
  return result?.kind === "written" ? tools.apply(result) : tell(tools, result);
}

function tell(tools: ZoneTools, result: WriteResult | undefined): false {
  if (result?.kind === "refused") tellRefusal(tools, "info", result);
  return false;
}

async function isZoneOpen(tools: ZoneTools): Promise<boolean> {
  return (await zoneOpen(tools)) !== undefined;
}

async function zoneOpen({ zoneName, editor, t }: ZoneTools): Promise<string | undefined> {
  const name = await zoneName();
  if (name === undefined) editor.tell("info", t("Open a zone file first."));
  return name;
}
