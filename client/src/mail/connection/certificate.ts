import tls from "node:tls";

/** A certificate of the chain that a server showed. */
export interface CertificateInfo {
  /** Common name, else the organisation, of whom it is for. */
  readonly subject: string;
  readonly issuer: string;
  /** Names and addresses that it is for: `mail.example.com`, `*.example.com`, `192.0.2.1`. */
  readonly names: readonly string[];
  /** Milliseconds since 1970; `NaN` where the certificate does not say it in a form that is known. */
  readonly validFrom: number;
  readonly validTo: number;
  /** `RSA 2048`, `EC P-256`; `""` where unknown. */
  readonly key: string;
  readonly fingerprint: string;
}

/** What was agreed with a server about the encryption. */
export interface TlsInfo {
  /** `TLSv1.3` */
  readonly version: string;
  /** By the name that IANA registers. */
  readonly cipher: string;
  /** The server's own first, then its issuers as far as they were sent or are known. */
  readonly chain: readonly CertificateInfo[];
  /** OpenSSL's or Node's code of what is wrong with the chain; `""` where it is trusted. */
  readonly fault: string;
  /** Whether the certificate is for the name that was asked for, whatever else is wrong with it. */
  readonly isForName: boolean;
}

/** No chain is longer; one that turns in circles ends. */
const LONGEST_CHAIN = 10;

/** @param name that the certificate must be for */
export function readTls(socket: tls.TLSSocket, name: string): TlsInfo {
  const leaf = socket.getPeerCertificate(true);
  const chain = chainOf(leaf);
  return {
    version: socket.getProtocol() ?? "",
    cipher: socket.getCipher()?.standardName ?? "",
    chain: chain.map(readCertificate),
    // An `Error` by its type, a code in fact.
    fault: socket.authorized ? "" : codeOf(socket.authorizationError),
    isForName: chain.length > 0 && tls.checkServerIdentity(name, leaf) === undefined,
  };
}

/** Whole days until a certificate ends; negative once it has. */
export function daysLeft({ validTo }: CertificateInfo, now: number): number {
  return Math.floor((validTo - now) / 86_400_000);
}

function codeOf(error: unknown): string {
  if (typeof error === "string") return error;
  if (error instanceof Error) return "code" in error && typeof error.code === "string" ? error.code : error.message;
  return "UNKNOWN";
}

function chainOf(leaf: tls.DetailedPeerCertificate): readonly tls.DetailedPeerCertificate[] {
  const chain: tls.DetailedPeerCertificate[] = [];
  const seen = new Set<string>();
  let at: tls.DetailedPeerCertificate | undefined = leaf;
  while (at?.fingerprint256 !== undefined && !seen.has(at.fingerprint256) && chain.length < LONGEST_CHAIN) {
    seen.add(at.fingerprint256);
    chain.push(at);
    at = at.issuerCertificate;
  }
  return chain;
}

function readCertificate(certificate: tls.DetailedPeerCertificate): CertificateInfo {
  const { subject, issuer, subjectaltname = "", valid_from, valid_to, fingerprint256 } = certificate;
  return {
    subject: nameOf(subject),
    issuer: nameOf(issuer),
    names: [...subjectaltname.matchAll(/(?:DNS|IP Address):([^,\s]+)/g)].map(([, name = ""]) => name),
    validFrom: Date.parse(valid_from),
    validTo: Date.parse(valid_to),
    key: keyOf(certificate),
    fingerprint: fingerprint256,
  };
}

/** A name of several values comes as a list. */
function nameOf(name: tls.Certificate | undefined): string {
  const [first] = [name?.CN, name?.O].flat().filter((it) => it !== undefined && it !== "");
  return first ?? "";
}

function keyOf({ bits, nistCurve, asn1Curve, modulus }: tls.PeerCertificate): string {
  if (modulus !== undefined && bits !== undefined) return `RSA ${bits}`;
  const curve = nistCurve ?? asn1Curve;
  return curve === undefined ? "" : `EC ${curve}`;
}
