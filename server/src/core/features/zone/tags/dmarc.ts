import { say } from "../../../locale.ts";
import { type TagFact, tag } from "./tagFact.ts";

const POLICIES = [
  ["none", say("Nothing is done: receivers only report.")],
  ["quarantine", say("Mail that fails is suspicious: most receivers put it into the spam folder.")],
  ["reject", say("Mail that fails is refused.")],
] as const;

const ALIGNMENTS = [
  ["r", say("Relaxed: the same organizational domain is enough.")],
  ["s", say("Strict: the names must be the same.")],
] as const;

/** RFC 9989 §4.7, and the tags that it took out of RFC 7489. */
export const DMARC_TAGS: readonly TagFact[] = [
  tag("v", "RFC 9989 §4.7", say("The version. It stands first and is exactly `DMARC1`."), {
    values: [["DMARC1", say("The only version there is.")]],
  }),
  tag("p", "RFC 9989 §4.7", say("What receivers should do with mail from this domain that fails DMARC."), {
    values: POLICIES,
  }),
  tag("sp", "RFC 9989 §4.7", say("The policy for existing subdomains; without it `p` counts for them."), {
    values: POLICIES,
  }),
  tag("np", "RFC 9989 §4.7", say("The policy for subdomains that do not exist; without it `sp`, else `p` counts."), {
    values: POLICIES,
  }),
  tag("rua", "RFC 9989 §4.7", say("Where receivers send their daily aggregate reports, several with commas between."), {
    example: "mailto:dmarc@example.com",
    separator: ",",
  }),
  tag("ruf", "RFC 9989 §4.7", say("Where receivers send reports on single messages that failed; few do."), {
    example: "mailto:dmarc-failures@example.com",
    separator: ",",
  }),
  tag("adkim", "RFC 9989 §4.7", say("How closely the domain of the DKIM signature must match the From domain."), {
    values: ALIGNMENTS,
  }),
  tag("aspf", "RFC 9989 §4.7", say("How closely the domain that SPF checked must match the From domain."), {
    values: ALIGNMENTS,
  }),
  tag("fo", "RFC 9989 §4.7", say("When a report on a single message is made; it needs `ruf`."), {
    separator: ":",
    values: [
      ["0", say("When neither SPF nor DKIM gives an aligned pass: the default.")],
      ["1", say("When one of SPF and DKIM gives no aligned pass.")],
      ["d", say("When a DKIM signature fails, aligned or not.")],
      ["s", say("When SPF fails, aligned or not.")],
    ],
  }),
  tag("t", "RFC 9989 §4.7", say("Whether the policy is only being tried."), {
    values: [
      ["n", say("The policy is meant: the default.")],
      ["y", say("A test: receivers apply the next weaker policy, and report.")],
    ],
  }),
  tag("psd", "RFC 9989 §4.7", say("Whether this is a public suffix, below which others register domains."), {
    values: [
      ["u", say("Unknown: the default. Receivers find out by walking up the tree.")],
      ["n", say("No: this is an organizational domain, even below another one.")],
      ["y", say("Yes: a public suffix such as a bank's own top-level domain.")],
    ],
  }),
  tag(
    "pct",
    "RFC 9989 §C.6",
    say("Removed: the share of failing mail that the policy applied to. `t=y` replaces `pct=0`."),
    {
      example: "100",
      isObsolete: true,
    },
  ),
  tag("rf", "RFC 9989 §C.6", say("Removed: the format of failure reports. There was only `afrf`."), {
    example: "afrf",
    isObsolete: true,
  }),
  tag("ri", "RFC 9989 §C.6", say("Removed: the seconds between aggregate reports. Receivers send one a day."), {
    example: "86400",
    isObsolete: true,
  }),
];
