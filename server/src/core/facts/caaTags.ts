import { say } from "../locale.ts";

/** What the value of a CAA property must be. */
export type CaaValueKind = "issuer" | "url" | "email" | "phone";

export interface CaaTag {
  /** Lower case; authorities compare without case (RFC 8659 §4.1). */
  readonly name: string;
  readonly value: CaaValueKind;
  /** One English sentence, translated at display. */
  readonly doc: string;
  readonly reference: string;
}

/** The properties of the IANA registry that authorities act on. */
export const CAA_TAGS: readonly CaaTag[] = [
  {
    name: "issue",
    value: "issuer",
    doc: say("The authority that may issue certificates for this domain and those below it."),
    reference: "RFC 8659 §4.2",
  },
  {
    name: "issuewild",
    value: "issuer",
    doc: say("The authority that may issue wildcard certificates; it replaces `issue` for them."),
    reference: "RFC 8659 §4.3",
  },
  {
    name: "issuemail",
    value: "issuer",
    doc: say("The authority that may issue S/MIME certificates for mail addresses of this domain."),
    reference: "RFC 9495 §3",
  },
  {
    name: "issuevmc",
    value: "issuer",
    doc: say("The authority that may issue mark certificates (VMC), which BIMI shows logos by."),
    reference: "https://bimigroup.org/",
  },
  {
    name: "iodef",
    value: "url",
    doc: say("Where an authority reports a request that this policy forbids: `mailto:` or `https:`."),
    reference: "RFC 8659 §4.4",
  },
  {
    name: "contactemail",
    value: "email",
    doc: say("A mail address that authorities may use to check who controls the domain."),
    reference: "https://cabforum.org/working-groups/server/baseline-requirements/",
  },
  {
    name: "contactphone",
    value: "phone",
    doc: say("A telephone number that authorities may use to check who controls the domain."),
    reference: "https://cabforum.org/working-groups/server/baseline-requirements/",
  },
];

/** @param tag in any letter case */
export function caaTagOf(tag: string): CaaTag | undefined {
  const name = tag.toLowerCase();
  return CAA_TAGS.find((it) => it.name === name);
}
