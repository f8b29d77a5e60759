import assert from "node:assert/strict";
import { test } from "node:test";
import { createEngine } from "../../../../server/src/core/engine/engine.ts";
import { RULES } from "../../../../server/src/core/rules/index.ts";
import { memoryHost } from "../../../support/memoryHost.ts";

const HEAD = `$TTL 3600
@ SOA ns1.example.net. hostmaster 1 7200 3600 1209600 3600
@ NS ns1.example.net.
@ NS ns2.example.net.
`;

/** Each was a false alarm of some checker; the codes are hints that may stand all the same. */
const QUIET: readonly (readonly [what: string, text: string, ...hints: string[]])[] = [
  ["a relative $ORIGIN", `${HEAD}$ORIGIN sub\nwww A 192.0.2.1\n`, "zone/origin-relative"],
  ["a transfer that ends with its SOA", `${HEAD}@ SOA ns1.example.net. hostmaster 1 7200 3600 1209600 3600\n`],
  ["odd names of other things than hosts", `${HEAD}& TXT x\na,b TXT x\n${"\\"}#commented TXT x\n`],
  ["CR LF", HEAD.replaceAll("\n", "\r\n"), "zone/line-ends"],
  ["KEY beside CNAME", `${HEAD}www CNAME web.example.net.\nwww KEY 512 255 1 AQID\n`],
  ["parentheses anywhere", `${HEAD}www (3600 IN (A) 192.0.2.1)\n`],
  ["parentheses around one field", `${HEAD}www IN A (192.0.2.1)\nftp ( IN\n  A ) 192.0.2.2\n`],
  ["an indented comment before the first record", `   ; the zone of example.com\n${HEAD}`],
  ["blank lines with blanks", `\n  \t\n${HEAD}\n   \n`],
  ["TYPE257 and data in the form of RFC 3597", `${HEAD}@ TYPE257 ${"\\"}# 6 000461626364\n`],
  ["CLASS1", `${HEAD}www CLASS1 A 192.0.2.1\n`],
  ["TTL before and after the class", `${HEAD}a 60 IN A 192.0.2.1\nb IN 60 A 192.0.2.1\n`],
  ["a wildcard", `${HEAD}* A 192.0.2.1\n*.sub MX 10 mail.example.net.\n`],
  ["a semicolon in quotes", `${HEAD}@ TXT "a; b"\n`],
  ["an escaped semicolon", `${HEAD}@ TXT "a${"\\"}; b"\n`],
  ["a zone without a last line end", `${HEAD}www A 192.0.2.1`],
  ["glue below a delegation", `${HEAD}sub NS ns.sub\nns.sub A 192.0.2.1\n`],
  ["Active Directory's names", `${HEAD}gc._msdcs A 192.0.2.1\n_ldap._tcp SRV 0 100 389 dc.example.net.\n`],
  ["what stands in template tags", `${HEAD}{{host}} A 192.0.2.1\n{{a}} CNAME {{b}}\n{{a}} TXT x\n`, "zone/template"],
  ["tags inside names", `${HEAD}@@NAME@@.example.com A 192.0.2.1\n@ MX 10 <%= mx %>\n`, "zone/template"],
  ["$GENERATE", `${HEAD}$GENERATE 1-9 host$ A 192.0.2.$\n`],
];

for (const [what, text, ...hints] of QUIET) {
  test(`no rule about zones minds ${what}`, () => {
    const rules = RULES.filter((it) => it.code.startsWith("zone/"));
    const source = createEngine(memoryHost(), rules).open("test", "zone", text, { origin: "example.com." });
    const findings = source.lint({ severities: {}, extraTypes: [], limit: 100, language: "en" });
    assert.deepEqual(
      findings.map((it) => it.code),
      hints,
    );
  });
}
