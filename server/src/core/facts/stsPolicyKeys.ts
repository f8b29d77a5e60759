import { say } from "../locale.ts";
import type { STS_KEYS } from "../syntax/stsPolicy.ts";

/** What hover and completion know of one key of `mta-sts.txt` (RFC 8461 §3.2); sentences are translated at display. */
export interface StsKeyFact {
  readonly name: (typeof STS_KEYS)[number];
  /** A few words behind the name. */
  readonly what: string;
  readonly doc: string;
  readonly section: string;
  readonly values: readonly StsValueFact[];
}

export interface StsValueFact {
  readonly value: string;
  readonly doc: string;
}

export const STS_KEY_FACTS: readonly StsKeyFact[] = [
  {
    name: "version",
    what: say("the version of the policy"),
    doc: say("Exactly `STSv1`. Senders ignore a policy with another version, or with none."),
    section: "RFC 8461 §3.2",
    values: [{ value: "STSv1", doc: say("The only version there is.") }],
  },
  {
    name: "mode",
    what: say("what senders do where TLS fails"),
    doc: say(
      "TLS fails where a mail host offers none, has no valid certificate for its name, or is covered by no `mx` line.",
    ),
    section: "RFC 8461 §5",
    values: [
      { value: "enforce", doc: say("Mail is not delivered to such a host; it waits for another one, then goes back.") },
      { value: "testing", doc: say("Mail is delivered all the same, and the failure is reported (TLS-RPT).") },
      { value: "none", doc: say("As if there were no policy: to take one back before it is deleted.") },
    ],
  },
  {
    name: "mx",
    what: say("a host that mail may go to"),
    doc: say(
      "One line for each MX host of the domain, or `*.` for exactly one label before the rest: `*.example.com` covers `mx.example.com`, not `a.mx.example.com`.",
    ),
    section: "RFC 8461 §4.1",
    values: [],
  },
  {
    name: "max_age",
    what: say("how long senders may keep the policy, in seconds"),
    doc: say(
      "At most `31557600`, a year. Weeks are usual: as long as a sender keeps the policy, blocking it does not help an attacker.",
    ),
    section: "RFC 8461 §3.2",
    values: [
      { value: "604800", doc: say("A week: the least that protects.") },
      { value: "1209600", doc: say("Two weeks.") },
      { value: "2592000", doc: say("Thirty days.") },
      { value: "31557600", doc: say("A year, the most there is.") },
      { value: "86400", doc: say("A day: to take a policy back with `mode: none`.") },
    ],
  },
];
