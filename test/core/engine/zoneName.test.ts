import assert from "node:assert/strict";
import { test } from "node:test";
import { originOfPath } from "../../../server/src/core/engine/zoneSource.ts";

test("a file's name tells the zone where it is a domain", () => {
  const names: Record<string, string | undefined> = {
    "dns/example.com.zone": "example.com.",
    "EXAMPLE.com.dns": "example.com.",
    "/etc/bind/db.example.com": "example.com.",
    "2.0.192.in-addr.arpa.db": "2.0.192.in-addr.arpa.",
    "corp.lan.hosts": "corp.lan.",
    "db.local": undefined,
    "db.192.168.1": undefined,
    "10.rev.db": undefined,
    "named.loopback.zone": undefined,
    "example.com.txt.zone": undefined,
    "example.com.signed.db": undefined,
  };
  for (const [path, origin] of Object.entries(names)) assert.equal(originOfPath(path), origin, path);
});
