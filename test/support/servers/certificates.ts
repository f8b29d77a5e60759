// A throw-away certificate authority and certificates of every kind that a client must tell apart. Needs openssl 3.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { makeFolder, plain, writeFile } from "./run.ts";

const DAY = 86_400_000;
const EC = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"];
const RSA_1024 = ["-newkey", "rsa:1024"];

/** Files in PEM. */
export interface CertificateFiles {
  /** The whole chain but the root. */
  readonly cert: string;
  readonly key: string;
}

interface Issuing {
  readonly name?: string;
  /** Days from now. */
  readonly from?: number;
  readonly to?: number;
  readonly newKey?: readonly string[];
  readonly digest?: string;
}

export type Certificates = ReturnType<typeof createCertificates>;

/** @param options `host`: what a client is to find in the certificate */
export function createCertificates({
  dir,
  host = "mail.example.test",
}: {
  readonly dir: string;
  readonly host?: string;
}) {
  const folder = makeFolder(path.join(dir, "certificates"));
  plain(host);
  const configuration = writeFile(
    path.join(folder, "ca.cnf"),
    `
[req]
distinguished_name = name
prompt = no
[name]
[ca]
default_ca = test
[test]
database = ${folder}/index.txt
serial = ${folder}/serial
new_certs_dir = ${folder}
certificate = ${folder}/ca.pem
private_key = ${folder}/ca.key
default_md = sha256
policy = policy
unique_subject = no
copy_extensions = none
[policy]
commonName = supplied
[root]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
`,
  );
  const openssl = (...args: string[]) =>
    execFileSync("openssl", args, { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  writeFile(path.join(folder, "index.txt"), "");
  writeFile(path.join(folder, "serial"), "1000\n");
  openssl(
    "req",
    "-x509",
    "-config",
    configuration,
    "-extensions",
    "root",
    ...EC,
    "-noenc",
    "-keyout",
    "ca.key",
    "-out",
    "ca.pem",
    "-subj",
    "/CN=Throw-away test CA",
    "-days",
    "30",
  );

  const issue = (
    file: string,
    { name = host, from = -1, to = 30, newKey = EC, digest = "sha256" }: Issuing = {},
  ): CertificateFiles => {
    const extensions = writeFile(
      path.join(folder, `${file}.ext`),
      `basicConstraints = CA:false\nsubjectAltName = DNS:${name}\nextendedKeyUsage = serverAuth\nauthorityKeyIdentifier = keyid\n`,
    );
    openssl(
      "req",
      "-new",
      "-config",
      configuration,
      ...newKey,
      "-noenc",
      "-keyout",
      `${file}.key`,
      "-out",
      `${file}.csr`,
      "-subj",
      `/CN=${name}`,
    );
    openssl(
      "ca",
      "-batch",
      "-notext",
      "-config",
      configuration,
      "-extfile",
      extensions,
      "-md",
      digest,
      "-startdate",
      asn1(from),
      "-enddate",
      asn1(to),
      "-in",
      `${file}.csr`,
      "-out",
      `${file}.pem`,
    );
    return pair(file);
  };
  const pair = (file: string): CertificateFiles => ({
    cert: path.join(folder, `${file}.pem`),
    key: path.join(folder, `${file}.key`),
  });

  const good = issue("good");
  const expired = issue("expired", { from: -60, to: -30 });
  const notYetValid = issue("not-yet-valid", { from: 10, to: 30 });
  const wrongName = issue("wrong-name", { name: "other.example.net" });
  const weakKey = issue("weak-key", { newKey: RSA_1024 });
  const sha1 = issue("sha1", { digest: "sha1" });
  openssl(
    "req",
    "-x509",
    "-config",
    configuration,
    ...EC,
    "-noenc",
    "-keyout",
    "self-signed.key",
    "-out",
    "self-signed.pem",
    "-subj",
    `/CN=${host}`,
    "-addext",
    `subjectAltName=DNS:${host}`,
    "-days",
    "30",
  );
  const selfSigned = pair("self-signed");
  const ca = path.join(folder, "ca.pem");
  return {
    host,
    ca,
    caText: fs.readFileSync(ca, "utf8"),
    good,
    expired,
    notYetValid,
    wrongName,
    weakKey,
    sha1,
    selfSigned,
  };
}

const asn1 = (days: number) =>
  new Date(Date.now() + days * DAY).toISOString().replace(/\.\d+/, "").replaceAll(/[-:T]/g, "");
