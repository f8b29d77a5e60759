import { isPolicy } from "../../model/dmarcPolicy.ts";
import { hasTypography, tagRemoval, valueEdit } from "../../model/policyRecord.ts";
import type { Policy } from "../../model/zone.ts";
import { defineRule, type Fix } from "../../rule.ts";
import type { DmarcRecord } from "../../syntax/dmarc.ts";
import type { Tag } from "../../syntax/tagList.ts";

/** What each tag may say; `fo` takes several of its values, with colons between. */
const VALUES: Readonly<Record<string, string>> = { adkim: "rs", aspf: "rs", fo: "01ds", psd: "ynu", t: "yn" };

/** Words that people write in full. */
const WORDS: Readonly<Record<string, string>> = { relaxed: "r", strict: "s", yes: "y", no: "n", true: "y", false: "n" };

/** Receivers take the tag's default instead. */
export default defineRule({
  code: "dmarc/invalid-value",
  target: "dmarc",
  severity: "error",
  fixable: "suggestion",
  summary: "`adkim`, `aspf`, `fo`, `psd` or `t` has a value that it cannot have.",
  docs: {
    why: "These tags take single letters or digits: `adkim` and `aspf` are `r` or `s`, `fo` is `0`, `1`, `d`, `s` with colons \
between, `psd` is `y`, `n` or `u`, `t` is `y` or `n`. Receivers drop any other value and take the default.",
    bad: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject; adkim=strict"',
    good: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject; adkim=s"',
  },
  references: ["RFC 9989 §4.7", "RFC 9989 §4.8"],
  messages: {
    meant: "`{name}` cannot be `{value}`, so receivers take the default. Write `{meant}`.",
    value: "`{name}` cannot be `{value}`, so receivers take the default. It takes `{values}`.",
    both: "`fo` cannot hold both `0` and `1`: they contradict each other. Write `{meant}`.",
  },
  titles: { write: "Write `{meant}`", remove: "Remove `{name}`" },
  *check(target) {
    const { root, text } = target;
    if (!isPolicy(target)) return;
    for (const tag of root.tags) {
      const letters = VALUES[tag.name];
      if (letters === undefined || hasTypography(tag.value)) continue;
      const { name, value } = tag;
      const isBoth = name === "fo" && isContradiction(value);
      if (isAllowed(name, value, letters) && !isBoth) continue;
      const meant = meantBy(name, value, letters);
      const values = [...letters].join(name === "fo" ? ":" : "|");
      const message = isBoth ? "both" : meant === undefined ? "value" : "meant";
      const at = text.spanOf(value === "" ? tag.span : tag.valueSpan);
      yield { message, data: { name, value, meant: meant ?? "", values }, span: at, fix: fixOf(target, tag, meant) };
    }
  },
});

function fixOf(target: Policy<DmarcRecord>, tag: Tag, meant: string | undefined): Fix<"write" | "remove"> {
  const { name } = tag;
  if (meant === undefined) {
    return { kind: "suggestion", title: "remove", data: { name }, edits: [tagRemoval(target, target.root, tag)] };
  }
  const edits = [valueEdit(target, tag.valueSpan, meant)];
  return { kind: "suggestion", title: "write", data: { meant }, edits };
}

function isAllowed(name: string, value: string, letters: string): boolean {
  const items = name === "fo" ? value.split(":").map((it) => it.trim()) : [value];
  return items.every((it) => it.length === 1 && letters.includes(it.toLowerCase()));
}

function isContradiction(value: string): boolean {
  return /^[01ds:\s]*$/i.test(value) && value.includes("0") && value.includes("1");
}

function meantBy(name: string, value: string, letters: string): string | undefined {
  const word = WORDS[value.toLowerCase()];
  if (name !== "fo") return word !== undefined && letters.includes(word) ? word : undefined;
  const items = [...new Set(value.toLowerCase().split(/[\s,:/|]+|(?<=\w)(?=\w)/))];
  if (!items.every((it) => it.length === 1 && letters.includes(it))) return undefined;
  return items.filter((it) => it !== "0" || !items.includes("1")).join(":");
}
