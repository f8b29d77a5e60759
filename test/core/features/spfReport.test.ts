import assert from "node:assert/strict";
import { test } from "node:test";
import { createEngine } from "../../../server/src/core/engine/engine.ts";
import { spfReport } from "../../../server/src/core/features/spfReport.ts";
import { translator } from "../../../server/src/core/locale.ts";
import { evaluateSpf } from "../../../server/src/core/model/spfEvaluate.ts";
import { zoneResolver } from "../../../server/src/core/model/spfZoneResolver.ts";
import type { ZoneView } from "../../../server/src/core/model/zone.ts";
import { defineRule } from "../../../server/src/core/rule.ts";
import { memoryHost } from "../../support/memoryHost.ts";

const ZONE = `$ORIGIN example.com.
@ SOA ns h 1 7200 3600 1209600 3600
@ MX 10 mail
mail A 192.0.2.25
@ TXT "v=spf1 mx include:_spf.example.com include:_spf.example.net a:none.example.com -all exp=x.example.com"
_spf TXT "v=spf1 ip4:198.51.100.0/24 include:example.com include:gone.example.com"
`;

/** A zone as rules see it. */
function viewOf(text: string): ZoneView {
  const views: ZoneView[] = [];
  const spy = defineRule({
    code: "zone/spy",
    target: "zone",
    severity: "hint",
    fixable: false,
    summary: "",
    docs: { why: "", bad: "", good: "" },
    references: [],
    messages: {},
    check: (zone) => {
      views.push(zone);
      return [];
    },
  });
  createEngine(memoryHost(), [spy])
    .open("test", "zone", text, {})
    .lint({ severities: {}, extraTypes: [], limit: 9, language: "en" });
  const [view] = views;
  assert.ok(view);
  return view;
}

test("spfReport shows what a record leads to, and what is wrong there", () => {
  assert.deepEqual(spfReport(viewOf(ZONE), "example.com.", translator("en")), [
    "example.com",
    "  mx (1 lookup)",
    "  include:_spf.example.com (3 lookups)",
    "    ip4:198.51.100.0/24",
    "    include:example.com (1 lookup; leads back to a record above)",
    "    include:gone.example.com (1 lookup; no SPF record there)",
    "  include:_spf.example.net (1 lookup; outside this zone)",
    "  a:none.example.com (1 lookup; finds nothing)",
    "  -all",
    "At least 6 of 10 lookups, and 1 of 2 that find nothing.",
  ]);
});

test("spfReport says that there is none", () => {
  const lines = spfReport(viewOf(ZONE), "mail.example.com.", translator("en"));
  assert.deepEqual(lines, ["There is no SPF record at mail.example.com in this zone."]);
});

test("a zone alone answers for the addresses that it knows", async () => {
  const text =
    '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ MX 10 mail\nmail A 192.0.2.25\n@ TXT "v=spf1 mx -all"\n';
  const resolver = zoneResolver(viewOf(text));
  const query = { helo: "mail.example.com", sender: "a@example.com", now: 0 };
  assert.equal((await evaluateSpf({ ...query, ip: "192.0.2.25" }, resolver)).result, "pass");
  assert.equal((await evaluateSpf({ ...query, ip: "192.0.2.26" }, resolver)).result, "fail");
  assert.equal(
    (await evaluateSpf({ ...query, ip: "192.0.2.26", domain: "example.net" }, resolver)).result,
    "temperror",
  );
});
