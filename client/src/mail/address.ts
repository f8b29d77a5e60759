import addressparser from "nodemailer/lib/addressparser";
import type { Translate } from "../../../server/src/core/locale.ts";

/**
 * What is wrong with an address that somebody typed or wrote; `undefined` where it is one address. Line breaks and other
 * control characters are refused first: they would begin another header or command (RFC 5322 §2.2, RFC 5321 §4.1.2).
 */
export function addressProblem(text: string, t: Translate): string | undefined {
  if (hasControls(text)) return t("An address has no line breaks and no control characters.");
  const found = addressparser(text, { flatten: true });
  const [first, ...others] = found;
  if (first === undefined || first.address === "") return t("Write an address such as `postmaster@example.com`.");
  if (others.length > 0) return t("Write one address only.");
  return isAddress(first.address) ? undefined : t("Write an address such as `postmaster@example.com`.");
}

/** The address alone of `"Ops" <ops@example.com>`; `""` where there is none. */
export function bareAddress(text: string): string {
  return addressparser(text, { flatten: true })[0]?.address ?? "";
}

export function hasControls(text: string): boolean {
  return Array.from(text).some((it) => it < " " || it === "\u007f");
}

/** A local part and a domain with something on either side; the last `@` parts them (RFC 5321 §4.1.2). */
function isAddress(address: string): boolean {
  const at = address.lastIndexOf("@");
  const domain = address.slice(at + 1);
  const hasRoom = at > 0 && domain !== "" && address.length <= 320;
  return hasRoom && !/[\s<>,;]/.test(address.startsWith('"') ? domain : address) && !/^[.-]|[.-]$|\.\./.test(domain);
}
