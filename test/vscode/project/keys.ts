import { generateKeyPairSync } from "node:crypto";

export interface TestKey {
  /** PKCS#8. */
  readonly pem: string;
  /** Strings of a TXT record at `<selector>._domainkey`. */
  readonly record: string;
}

/** A DKIM key pair as it lies in a workspace: none is kept in the repository. */
export function testKey(): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const p = publicKey.export({ type: "spki", format: "der" }).toString("base64");
  const strings = `v=DKIM1; k=rsa; p=${p}`.match(/.{1,250}/g) ?? [];
  return {
    pem: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    record: strings.map((it) => `"${it}"`).join(" "),
  };
}
