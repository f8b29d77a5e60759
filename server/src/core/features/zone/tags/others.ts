import { say } from "../../../locale.ts";
import { type TagFact, tag } from "./tagFact.ts";

const BIMI = "https://datatracker.ietf.org/doc/draft-brand-indicators-for-message-identification/";

/** RFC 8461 §3.1. */
export const MTA_STS_TAGS: readonly TagFact[] = [
  tag("v", "RFC 8461 §3.1", say("The version. It stands first and is exactly `STSv1`."), {
    values: [["STSv1", say("The only version there is.")]],
  }),
  tag(
    "id",
    "RFC 8461 §3.1",
    say("Changes whenever the policy file changes: 1 to 32 letters and digits, often the time."),
    {
      example: "20260101000000",
    },
  ),
];

/** RFC 8460 §3. */
export const TLS_RPT_TAGS: readonly TagFact[] = [
  tag("v", "RFC 8460 §3", say("The version. It stands first and is exactly `TLSRPTv1`."), {
    values: [["TLSRPTv1", say("The only version there is.")]],
  }),
  tag(
    "rua",
    "RFC 8460 §3",
    say("Where senders report failed TLS connections: `mailto:` or `https:`, several with commas between."),
    {
      example: "mailto:tls-reports@example.com",
      separator: ",",
    },
  ),
];

export const BIMI_TAGS: readonly TagFact[] = [
  tag("v", BIMI, say("The version. It stands first and is exactly `BIMI1`."), {
    values: [["BIMI1", say("The only version there is.")]],
  }),
  tag("l", BIMI, say("The logo: an `https:` address of an SVG file (profile Tiny PS). An empty one declines."), {
    example: "https://example.com/logo.svg",
  }),
  tag("a", BIMI, say("The mark certificate that proves the logo: an `https:` address of a PEM file."), {
    example: "https://example.com/mark.pem",
  }),
  tag("avp", BIMI, say("Which picture is preferred where the user has one too."), {
    values: [
      ["brand", say("The logo of the domain: the default.")],
      ["personal", say("The picture of the person.")],
    ],
  }),
  tag("lps", BIMI, say("Local parts for which other selectors are asked."), { example: "news" }),
];
