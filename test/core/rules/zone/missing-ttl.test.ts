import assert from "node:assert/strict";
import { test } from "node:test";
import { createEngine } from "../../../../server/src/core/engine/engine.ts";
import rule from "../../../../server/src/core/rules/zone/missing-ttl.ts";
import { memoryHost } from "../../../support/memoryHost.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "$TTL 3600\n@ MX 10 mail",
    "@ 3600 MX 10 mail\n@ MX 20 mail2",
    "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n@ MX 10 mail",
    's1._domainkey IN TXT ( "v=DKIM1; h=sha256; k=rsa; "\n "p=" ) ; ----- DKIM key s1 for example.com',
    "example.org. IN DS 22628 13 2 01E8029204349191CCFC4FA3BFEAF8FD9B6FB184EFEAECD538F0E142A66C8C22",
    "{{ ttl }}\n@ MX 10 mail",
  ],
  reported: [
    {
      text: "@ «MX» 10 mail",
      message: "This record has no TTL, so servers refuse it or choose one. Begin the file with `$TTL`.",
      fixed: "$TTL 3600\n@ MX 10 mail",
    },
    { text: "@ IN «mx» ( 10\n mail )\n@ MX 20 mail2", fixed: "$TTL 3600\n@ IN mx ( 10\n mail )\n@ MX 20 mail2" },
    {
      text: "$ORIGIN example.com.\n@ «MX» 10 mail\n@ 60 MX 20 mail2",
      fixed: "$TTL 3600\n$ORIGIN example.com.\n@ MX 10 mail\n@ 60 MX 20 mail2",
    },
  ],
});

test("zone/missing-ttl leaves alone what is named as a piece of a zone", () => {
  const source = createEngine(memoryHost(), [rule]).open("zones/mail.inc", "zone", "@ MX 10 mail");
  assert.deepEqual(source.lint({ severities: {}, extraTypes: [], limit: 10, language: "en" }), []);
});
