import { isPublicSuffix } from "../facts/publicSuffix.ts";
import { absolutize, isAbsolute, isAtOrBelow, labelsOf, parentOf } from "./domainName.ts";
import { isAddressLike, type WrittenName } from "./writtenName.ts";
import type { DomainName, ZoneEntry, ZoneView } from "./zone.ts";

export type MissingDot =
  /** Relative, and repeats `base`, the origin or the apex: `mail.example.com` in `example.com.`. */
  | { readonly kind: "repeated"; readonly base: DomainName }
  /** Absolute, and has `base` twice: `mail.example.com.example.com.`. */
  | { readonly kind: "doubled"; readonly base: DomainName }
  /** A relative target whose last label is a top-level domain: `mx.example.net` in `example.com.`. */
  | { readonly kind: "foreign" };

type Place = Pick<ZoneEntry, "origin" | "zone">;

/**
 * Whether a final dot was most likely forgotten behind a name (RFC 1035 §5.1: without it the origin is added).
 *
 * @returns `undefined` also where the doubled name is meant: a record of a name between the two copies
 * (`com.example.com.`) or an origin below it shows that somebody really built that tree
 */
export function missingDotOf(written: WrittenName, record: Place): MissingDot | undefined {
  const { origin, zone } = record;
  const { text } = written;
  if (text === "@" || text === ".") return undefined;
  const bases = new Set([origin, ...(zone.apex === undefined ? [] : [zone.apex])]);
  const lower = text.toLowerCase();
  for (const base of bases) {
    // In a registry's zone a name such as `com.com.` is like any other.
    if (base === "." || (labelsOf(base).length === 1 && isPublicSuffix(base))) continue;
    const doubled = base.slice(0, -1);
    // In a network's own `lan.` a host may be called so too.
    if (labelsOf(base).length === 1 && (lower === doubled || lower === `${base}${base}`)) continue;
    if (isAbsolute(text)) {
      if (!isAtOrBelow(lower, absolutize(doubled, base)) || isMeant(zone, base, base)) continue;
      return { kind: "doubled", base };
    }
    if (origin === "." || !isAtOrBelow(`${lower}.`, base) || isMeant(zone, base, origin)) continue;
    return { kind: "repeated", base };
  }
  return isForeign(written, record) ? { kind: "foreign" } : undefined;
}

/** The names between `origin` and `base` written once more below it. */
function isMeant(zone: ZoneView, base: DomainName, origin: DomainName): boolean {
  const doubled = absolutize(base.slice(0, -1), base);
  if (isAtOrBelow(origin, doubled)) return true;
  for (let name = parentOf(absolutize(base.slice(0, -1), origin)); name !== origin; name = parentOf(name)) {
    if (name === "." || zone.records(name).length > 0) return name !== ".";
  }
  return false;
}

function isForeign({ field, text }: WrittenName, { origin, zone }: Place): boolean {
  if (field?.target === undefined || origin === "." || isAbsolute(text) || isAddressLike(text)) return false;
  const last = labelsOf(text).at(-1);
  if (last === undefined || last === text || !isPublicSuffix(last)) return false;
  if (zone.records(field.target).length > 0) return false;
  // A wildcard answers for such a name too, and hides the fault until mail goes astray.
  const { kind } = zone.answer(field.target, A);
  return kind === "missing" || kind === "found" || kind === "alias";
}

const A = 1;
