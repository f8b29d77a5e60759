/**
 * All that the core asks of the world. The fronts pass it in: Node's file system in the CLI and the language server,
 * memory in tests, nothing of the disk in a web worker.
 */
export interface Host {
  /** Milliseconds since 1970: a rule that compares dates must not read the clock itself. */
  now(): number;
  /**
   * The bytes of a file that another one names (`$INCLUDE`, `zones:`, `privateKeyFile:`), resolved against that file.
   *
   * @param from the path or URI of the naming document
   * @param reference as written there, relative
   * @returns `undefined` where the host cannot read files at all, then rules stay silent
   */
  readFile(from: string, reference: string): FileAnswer | undefined;
  /**
   * The path that `readFile` would read, without a look at the disk; `undefined` where it would read nothing.
   *
   * @param from the path or URI of the naming document
   * @param reference as written there, relative
   */
  resolve(from: string, reference: string): string | undefined;
  /**
   * The public half of a private key (PEM); `undefined` where the bytes hold none. A host that cannot read keys lacks it.
   */
  publicKeyOf?(privateKeyPem: Uint8Array): PublicKey | undefined;
  /** Who else may read a file, by the path that `readFile` gave. A host that cannot tell lacks it. */
  fileSafety?(path: string): FileSafety | undefined;
  /**
   * A zone file as it was committed: the version that changes are compared with; the same array as long as it is the same.
   * `undefined` where there is none, or none is known yet; a host without version control lacks it.
   */
  committed?(path: string): Uint8Array | undefined;
  /**
   * Files in the folder of a document and below it, as they are written from there, nearest first; only some hundreds. For
   * completion: a host without folders lacks it.
   */
  filesBelow?(from: string, isWanted: (name: string) => boolean): readonly string[];
  /** What `${env:…}` can name. A host that reads no environment, or not for this workspace, lacks it or has none. */
  environmentNames?(): readonly string[];
  /** A rule or a handler that broke; `what` names it and holds no text of the user's. */
  logError(what: string, error: unknown): void;
}

export type FileAnswer =
  /** `path` is how the host names the file everywhere else (findings, edits). */
  | { readonly kind: "file"; readonly path: string; readonly bytes: Uint8Array }
  | { readonly kind: "missing"; readonly path: string }
  /** Outside the workspace, absolute, or behind a link that leads out: never read. */
  | { readonly kind: "forbidden" };

export interface PublicKey {
  /** SubjectPublicKeyInfo (RFC 5280 §4.1.2.7). */
  readonly spkiDer: Uint8Array;
  /** `rsa`, `ed25519`, or what else the library calls it. */
  readonly type: string;
  /** Of the modulus; 256 for Ed25519; 0 where nobody knows. */
  readonly bits: number;
}

export interface FileSafety {
  /** Whether group or others may read it; `undefined` where the system has no such bits. */
  readonly isReadableByOthers: boolean | undefined;
  /** Whether git would take it into a commit; `undefined` outside a repository. */
  readonly isSeenByGit: boolean | undefined;
}
