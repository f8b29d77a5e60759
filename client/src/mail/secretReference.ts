/** `${env:NAME}`: a variable of the environment; `${secret:name}`: something the editor keeps. */
export interface SecretReference {
  readonly kind: "env" | "secret";
  readonly name: string;
}

/** @returns `undefined` where there is none of that name */
export type ReadSecret = (reference: SecretReference) => Promise<string | undefined>;

const REFERENCE = /\$\{(env|secret):([^{}\s]+)\}/g;

/** All references of a value, in order; a value without one is a literal. */
export function referencesIn(text: string): readonly SecretReference[] {
  return [...text.matchAll(REFERENCE)].map(([, kind, name = ""]) => ({
    kind: kind === "env" ? "env" : "secret",
    name,
  }));
}

/** Thrown where a reference leads nowhere, so that nothing is sent with half a password. */
export class MissingSecret extends Error {
  readonly reference: SecretReference;

  constructor(reference: SecretReference) {
    super(`No value for \${${reference.kind}:${reference.name}}`);
    this.name = "MissingSecret";
    this.reference = reference;
  }
}

/** A value with every reference replaced; what the read values hold is not read again. */
export async function resolveReferences(text: string, read: ReadSecret): Promise<string> {
  const values = new Map<string, string>();
  for (const reference of referencesIn(text)) {
    const value = await read(reference);
    if (value === undefined) throw new MissingSecret(reference);
    values.set(`${reference.kind}:${reference.name}`, value);
  }
  return text.replace(REFERENCE, (_, kind: string, name: string) => values.get(`${kind}:${name}`) ?? "");
}
