import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { compareLive } from "../../client/src/commands/compareLive.ts";
import { createLiveDns } from "../../client/src/mail/liveDns.ts";
import { createEngine } from "../../server/src/core/engine/engine.ts";
import { compareZone } from "../../server/src/core/features/live/compareZone.ts";
import { mailChecks } from "../../server/src/core/features/live/mailChecks.ts";
import { type PublishedZone, publishedZone } from "../../server/src/core/features/live/publishedZone.ts";
import { translator } from "../../server/src/core/locale.ts";
import { folderOf, mailconfig } from "../cli/support.ts";
import { quietEditor } from "../client/support.ts";
import { memoryHost } from "../support/memoryHost.ts";
import { exampleZones, whyNoServers } from "../support/realServers.ts";
import { type DnsServer, startDns } from "../support/servers/dns.ts";
import { temporaryFolder } from "../support/servers/run.ts";

const t = translator();

/** A zone with every type that is asked for, each in a spelling of its own. */
const ZONE = `$ORIGIN example.com.
$TTL 1h
@ SOA ns1 hostmaster 2026112401 7200 3600 1209600 3600
@ NS ns1
ns1 A 127.0.0.1
@ MX 010 MX1
@ MX 20 mx2.example.net.
mx1 A 192.0.2.25
mx1 AAAA 2001:db8:0::25
www CNAME mx1
@ TXT "v=spf1 mx include:_spf.example.net -all"
@ TXT "split " "over strings; gr\\195\\188\\195\\159e"
_dmarc TXT "v=DMARC1; p=reject; rua=mailto:a@example.com,mailto:b@reports.example.net"
_mta-sts TXT "v=STSv1; id=1"
@ CAA 0 Issue "ca.example.net"
_imaps._tcp SRV 0 1 993 mx1
_25._tcp.mx1 TLSA 3 1 1 ${"AB".repeat(32)}
*.wild A 192.0.2.1
sub NS ns.sub
ns.sub A 192.0.2.53
`;
const OTHER = `$ORIGIN example.net.
$TTL 1h
@ SOA ns1 hostmaster 1 7200 3600 1209600 3600
@ NS ns1
ns1 A 127.0.0.1
mx2 A 192.0.2.26
_spf TXT "v=spf1 include:_a.example.net ip4:192.0.2.0/24 -all"
_a TXT "v=spf1 a:nowhere.example.net ip6:2001:db8::/32 -all"
example.com._report._dmarc.reports TXT "v=DMARC1"
`;
const POLICY = "version: STSv1\r\nmode: enforce\r\nmx: mx1.example.com\r\nmx: *.example.net\r\nmax_age: 604800\r\n";

const skip = whyNoServers();

describe("the live DNS", { skip }, () => {
  let dns: DnsServer;
  before(async () => {
    const zones = { ...exampleZones(), "example.com": ZONE, "example.net": OTHER };
    dns = await startDns({ dir: temporaryFolder(), zones, onlyTheseExist: true });
  });
  after(() => dns?.stop());

  const published = (text: string): PublishedZone => {
    const source = createEngine(memoryHost({})).open("example.com.zone", "zone", text);
    assert.equal(source.kind, "zone");
    return publishedZone(source);
  };
  const live = (policy: string | number = POLICY) =>
    createLiveDns({
      servers: [dns.address],
      timeoutMs: 1000,
      fetch: async (url) => {
        assert.equal(String(url), "https://mta-sts.example.com/.well-known/mta-sts.txt");
        return typeof policy === "number" ? new Response("", { status: policy }) : new Response(policy);
      },
    });

  it("finds nothing where the file is what is published, whatever the spelling", async () => {
    const comparisons = await compareZone(published(ZONE), live());
    // Only newer versions of Node ask for TLSA.
    const odd = comparisons.filter(({ outcome, type }) => outcome !== "same" && type !== "TLSA");
    assert.deepEqual(odd, []);
    assert.ok(comparisons.length >= 12, String(comparisons.length));
    const names = new Set(comparisons.map(({ owner }) => owner));
    assert.ok(!names.has("*.wild.example.com.") && !names.has("ns.sub.example.com."));
  });

  it("finds nothing in the example zones either", async () => {
    for (const [name, text] of Object.entries(exampleZones()).filter(([zone]) => zone !== "example.com")) {
      const source = createEngine(memoryHost({})).open(`${name}.zone`, "zone", text);
      assert.equal(source.kind, "zone");
      const comparisons = await compareZone(publishedZone(source), live());
      assert.deepEqual(
        comparisons.filter(({ outcome, type }) => outcome !== "same" && type !== "TLSA"),
        [],
        name,
      );
    }
  });

  it("tells what is missing, different and extra, with lines of the file", async () => {
    const changed = ZONE.replace("192.0.2.25", "192.0.2.99")
      .replace("p=reject", "p=none")
      .replace('_mta-sts TXT "v=STSv1; id=1"\n', "")
      .replace("www CNAME mx1", "new A 192.0.2.7");
    const comparisons = await compareZone(published(changed), live());
    const rows = comparisons
      .filter(({ outcome, type }) => outcome !== "same" && type !== "TLSA")
      .map(({ owner, type, outcome, unpublished, unwritten }) => [
        owner,
        type,
        outcome,
        unpublished.map((it) => it.line),
        unwritten,
      ]);
    const dmarc = "v=DMARC1; p=reject; rua=mailto:a@example.com,mailto:b@reports.example.net";
    assert.deepEqual(rows, [
      ["mx1.example.com.", "A", "different", [7], ["192.0.2.25"]],
      ["new.example.com.", "A", "missing", [9], []],
      ["_dmarc.example.com.", "TXT", "different", [12], [dmarc]],
      ["_mta-sts.example.com.", "TXT", "extra", [], ["v=STSv1; id=1"]],
    ]);
  });

  it("checks mail hosts, SPF through includes, the MTA-STS policy and consents", async () => {
    const verdicts = async (text: string, policy?: string | number) =>
      (await mailChecks(published(text), live(policy), t)).map(
        ({ subject, verdict, text: said }) => `${verdict} ${subject}: ${said}`,
      );
    assert.deepEqual(await verdicts(ZONE), [
      "good mx1.example.com: The mail host has an address.",
      "good mx2.example.net: The mail host has an address.",
      "good example.com: SPF asks 4 of 10 lookups, 1 of 2 that find nothing.",
      "good mta-sts.example.com: The MTA-STS policy is served and covers every mail host.",
      "good example.com._report._dmarc.reports.example.net: The receiver of the reports has agreed to them.",
    ]);
    const bad = await verdicts(
      ZONE.replace("mx2.example.net.", "mx3.example.net.")
        .replace("_spf.example.net", "_gone.example.net")
        .replace("b@reports", "b@nowhere"),
      404,
    );
    assert.deepEqual(
      bad.filter((it) => it.startsWith("bad")).map((it) => it.replace(/:.*/, "")),
      [
        "bad mx3.example.net",
        "bad example.com",
        "bad mta-sts.example.com",
        "bad example.com._report._dmarc.nowhere.example.net",
      ],
    );
    assert.match(
      (await verdicts(ZONE, POLICY.replace("mx: *.example.net\r\n", "")))[3] ?? "",
      /does not cover the mail host mx2/,
    );
    assert.match((await verdicts(ZONE, "hello"))[3] ?? "", /^bad .*broken/);
  });

  it("the command line compares, and reads SPF beyond the zone", async (test) => {
    const cwd = folderOf(test, {
      "example.com.zone": ZONE.replace("p=reject", "p=none").replace(/^_mta-sts.*\n/m, ""),
    });
    const compared = await mailconfig(cwd, ["compare", "--server", dns.address, "example.com.zone"]);
    assert.equal(compared.code, 1, compared.stderr);
    assert.match(
      compared.stdout,
      /^_dmarc\.example\.com TXT: other data than in the file\n {2}- v=DMARC1; p=none.*\(example\.com\.zone:13\)\n {2}\+ v=DMARC1; p=reject/m,
    );
    const spf = ["spf", "--live", "--server", dns.address];
    const tree = await mailconfig(cwd, [...spf, "example.com.zone", "example.com"]);
    assert.equal(tree.code, 0, tree.stderr);
    assert.match(tree.stdout, /include:_a\.example\.net \(2 lookups/);
    assert.match(tree.stdout, /^4 of 10 lookups, 1 of 2 that find nothing\.$/m);
    const passes = await mailconfig(cwd, [...spf, "--ip", "2001:db8::1", "example.com.zone", "example.com"]);
    assert.equal(passes.code, 0, passes.stdout);
    assert.match(passes.stdout, /_a\.example\.net: ip6:2001:db8::\/32/);
    const fails = await mailconfig(cwd, [...spf, "--ip", "203.0.113.1", "example.com.zone", "example.com"]);
    assert.equal(fails.code, 1, fails.stdout);
  });

  it("the editor's command shows a page with links, and asks nothing where it is not trusted", async () => {
    const shown: string[] = [];
    const zone = published(ZONE.replace("p=reject", "p=none"));
    const tools = { t, zone: async () => zone, connect: () => live() };
    const editor = quietEditor({ show: async (title, page) => void shown.push(title, page) });
    await compareLive(editor, tools);
    assert.equal(shown[0], "example.com and the live DNS");
    assert.match(
      shown[1] ?? "",
      /### `_dmarc\.example\.com` TXT: other data than in the file\n\nIn the file, not published:\n\n- `v=DMARC1; p=none.*` \(\[13\]\(example\.com\.zone#L13\)\)/,
    );
    const refused: string[] = [];
    await compareLive(quietEditor({ isTrusted: false, tell: (_level, text) => void refused.push(text) }), {
      ...tools,
      zone: () => assert.fail("asked for the zone"),
    });
    assert.deepEqual(refused, ["The DNS is asked only in a workspace that you trust."]);
  });

  it("a server that never answers, and a cancelled run, end with a reason", async () => {
    const controller = new AbortController();
    const silent = createLiveDns({ servers: ["192.0.2.1"], timeoutMs: 100, signal: controller.signal });
    const asked = silent.ask("example.com.", "A");
    controller.abort();
    assert.equal((await asked).kind, "error");
    assert.deepEqual(await silent.ask("example.com.", "MX"), { kind: "error", reason: "ECANCELLED" });
    const refused = await createLiveDns({ servers: [dns.address], timeoutMs: 500 }).ask("example.org.", "A");
    assert.deepEqual(refused, { kind: "none" });
  });
});
