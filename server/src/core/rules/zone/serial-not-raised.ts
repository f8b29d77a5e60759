import { isNewerSerial, nextSerial, serialNumber } from "../../model/soaSerial.ts";
import { defineRule } from "../../rule.ts";

const SOA = 6;

export default defineRule({
  code: "zone/serial-not-raised",
  target: "zone",
  severity: "info",
  fixable: "suggestion",
  summary: "Records have changed since the last commit, the SOA serial has not.",
  docs: {
    why: "Secondary servers fetch a zone only when its serial has grown. With the old serial the primary answers with the new records and the secondaries with the old ones, for months if nobody notices. The zone is compared with the version in git: HEAD in the editor, the revision of `--since` on the command line.",
    bad: "example.com. IN SOA ns1.example.com. hostmaster.example.com. 2026112401 7200 3600 1209600 3600\nexample.com. IN MX 10 mx2.example.net.",
    good: "example.com. IN SOA ns1.example.com. hostmaster.example.com. 2026112402 7200 3600 1209600 3600\nexample.com. IN MX 10 mx2.example.net.",
  },
  references: ["RFC 1982 §3", "RFC 1035 §3.3.13", "RFC 1912 §2.2"],
  messages: {
    same: "Records have changed, but the serial has not, so secondaries keep the old ones. Write `{next}`.",
    lower: "The committed serial `{before}` is newer, so secondaries keep its records. Write `{next}`.",
  },
  titles: { raise: "Raise the serial to `{next}`" },
  *check(zone, { now }) {
    const { apex } = zone;
    // A generator writes the serial with the rest.
    if (apex === undefined || zone.isPartial) return;
    const [soa, another] = zone.records(apex, SOA);
    const field = soa?.fields[2];
    const serial = field && serialNumber(field.text);
    if (soa === undefined || field === undefined || serial === undefined || another !== undefined) return;
    const { committed } = zone;
    if (committed === undefined || isNewerSerial(serial, committed.serial)) return;
    const isSame = serial === committed.serial;
    if (isSame && committed.hasSameRecords()) return;
    const data = { before: committed.serial, next: nextSerial(committed.serial, now) };
    yield {
      message: isSame ? "same" : "lower",
      data,
      span: field.span,
      at: soa,
      fix: {
        kind: "suggestion",
        title: "raise",
        data,
        edits: [{ span: field.span, newText: String(data.next), at: soa }],
      },
    };
  },
});
