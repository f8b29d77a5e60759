import { MACROS } from "../facts/spf.ts";
import { span } from "../text/span.ts";
import { parseNetwork } from "./spfAddress.ts";
import type { DomainSpec, Macro, SpfFault } from "./spfRecord.ts";

/**
 * Reads a domain-spec (RFC 7208 §7.1). What the grammar takes and no lookup can use (a URL, an address with a port, a
 * label that is too long) is a fault too.
 *
 * @param at where `text` begins in the record
 */
export function parseDomainSpec(text: string, at: number, faults: SpfFault[]): DomainSpec {
  const before = faults.length;
  const macros = parseMacros(text, at, faults, false);
  if (faults.length === before) {
    const fault = faultOfDomain(text, macros.length === 0 ? 0 : (macros.at(-1)?.span.end ?? at) - at, macros);
    if (fault) faults.push({ code: "spf/invalid-domain", span: span(at, at + text.length), detail: text, ...fault });
  }
  return { text, span: span(at, at + text.length), macros, isBroken: faults.length > before };
}

type DomainFault = Pick<SpfFault, "reason" | "meant">;

/** @param tailStart where the part after the last macro begins */
function faultOfDomain(text: string, tailStart: number, macros: readonly Macro[]): DomainFault | undefined {
  const hasMacros = macros.length > 0;
  if (!hasMacros && isAddress(text)) return { reason: "address" };
  const url = /^[a-z][a-z0-9+-]*:\/\/(?:[^/@?#:]*@)?([^/?#:@]*)/i.exec(text);
  if (url) return { reason: "url", ...(url[1] && { meant: url[1] }) };
  const atSign = text.lastIndexOf("@");
  if (atSign >= 0) return { reason: "at", meant: text.slice(atSign + 1) };
  const tail = text.slice(tailStart).replace(/\.$/, "");
  if (tail === "" && hasMacros) return undefined;
  const port = /:\d{1,5}$/.exec(tail);
  if (port) return { reason: "port", meant: text.slice(0, tailStart + port.index) };
  const dot = tail.lastIndexOf(".");
  if (dot < 0 && !hasMacros) return { reason: /^[a-z0-9_-]+$/i.test(tail) ? "single" : "topLabel" };
  if (dot < 0 || !isTopLabel(tail.slice(dot + 1))) return { reason: "topLabel" };
  return faultOfLabels(withoutMacros(text, macros).replace(/\.$/, ""), hasMacros);
}

/** Each macro becomes a percent sign: the dots among its delimiters end no label. */
function withoutMacros(text: string, macros: readonly Macro[]): string {
  const start = (macros[0]?.span.start ?? 0) - Math.max(0, text.indexOf("%"));
  let result = "";
  let from = 0;
  for (const { span: at } of macros) {
    result += `${text.slice(from, at.start - start)}%`;
    from = at.end - start;
  }
  return result + text.slice(from);
}

/** A macro may bring the dots and the text that are missing, so only what is written counts. */
function faultOfLabels(name: string, hasMacros: boolean): DomainFault | undefined {
  const labels = name.split(".");
  if (labels.includes("")) return { reason: "emptyLabel" };
  if (labels.some((it) => it.length > 63 && !it.includes("%"))) return { reason: "longLabel" };
  return name.length > 253 && !hasMacros ? { reason: "longName" } : undefined;
}

function isAddress(text: string): boolean {
  return /^[\d.]+(?:\/[\d/]*)?$/.test(text) || parseNetwork(text) !== undefined || /^\[.*\]$/.test(text);
}

/** RFC 7208 §12, `toplabel`: letters, digits and inner hyphens, not digits alone. */
function isTopLabel(label: string): boolean {
  return /^[a-z0-9][a-z0-9-]*$/i.test(label) && !label.endsWith("-") && /[a-z-]/i.test(label);
}

/**
 * Reads the macros of a macro-string (RFC 7208 §7.1).
 *
 * @param isExplanation whether `c`, `r` and `t` are allowed: in the text behind `exp=`, and in unknown modifiers
 */
export function parseMacros(text: string, at: number, faults: SpfFault[], isExplanation: boolean): Macro[] {
  const macros: Macro[] = [];
  const lastBrace = text.lastIndexOf("}");
  for (let index = text.indexOf("%"); index >= 0; index = text.indexOf("%", index)) {
    const written = text[index + 1] === "{" ? braced(text, index, lastBrace) : text.slice(index, index + 2);
    const macro = readMacro(written, at + index);
    const reason = faultOfMacro(macro, isExplanation);
    if (reason !== undefined) {
      const detail = reason === "letter" || reason === "explanationOnly" ? `%{${macro.letter}}` : written;
      faults.push({ code: "spf/invalid-macro", span: macro.span, detail, reason });
    }
    macros.push(macro);
    index += written.length;
  }
  return macros;
}

function braced(text: string, start: number, lastBrace: number): string {
  const end = start < lastBrace ? text.indexOf("}", start) : -1;
  // An unclosed macro ends with its letters, so that what follows is still read.
  return end < 0 ? (/^%\{[a-z0-9]*/i.exec(text.slice(start, start + 16))?.[0] ?? "%{") : text.slice(start, end + 1);
}

function readMacro(written: string, start: number): Macro {
  const at = { text: written, span: span(start, start + written.length) };
  if (/^%[%_-]$/.test(written)) {
    return { ...at, letter: written.slice(1), keep: undefined, isReversed: false, delimiters: "." };
  }
  const parts = /^%\{(?<letter>[a-z])(?<digits>\d*)(?<reverse>r?)(?<delimiters>[.\-+,/_=]*)\}$/i.exec(written)?.groups;
  if (!parts) return { ...at, letter: "", keep: undefined, isReversed: false, delimiters: "" };
  const { letter = "", digits = "", reverse, delimiters } = parts;
  const keep = digits === "" ? undefined : Number(digits);
  return { ...at, letter, keep, isReversed: reverse !== "", delimiters: delimiters || "." };
}

function faultOfMacro({ letter, text, keep }: Macro, isExplanation: boolean): string | undefined {
  if (letter === "") return text.startsWith("%{") ? "form" : "percent";
  if (text.length === 2) return undefined;
  const fact = Object.hasOwn(MACROS, letter.toLowerCase()) ? MACROS[letter.toLowerCase()] : undefined;
  if (!fact) return "letter";
  if (fact.isForExplanation && !isExplanation) return "explanationOnly";
  return keep === 0 ? "zero" : undefined;
}
