import { fieldName, type MessageParts } from "../../model/dkimCanonical.ts";
import { type DkimSignature, readSignature } from "../../model/dkimSignature.ts";
import { type DkimFault, signatureFault } from "../../model/dkimVerify.ts";
import { toDomainName } from "../../model/readConfig.ts";
import { follow, TYPE } from "../../model/spfPolicy.ts";
import { textOf } from "../../model/txtValue.ts";
import type { Place } from "../answers.ts";
import type { PassRow } from "./report.ts";
import type { PassContext } from "./wouldPass.ts";

/** DKIM, a row for each signature; one row says `none` where there is no signature. */
export function dkimRows(context: PassContext, parts: MessageParts, from: string): readonly PassRow[] {
  const { config, t } = context;
  const fields = parts.fields.filter((field) => fieldName(field) === "dkim-signature");
  if (fields.length > 0) return fields.map((field) => signatureRow(context, parts, field));
  const [key] = config.file.documents.flatMap(({ dkim }) => dkim);
  const next =
    key === undefined
      ? t("Write a key under `dkim`, or switch signing on at the provider.")
      : t("Write a key for {domain} under `dkim`, in a file that can be read.", { domain: from });
  const place = key && { path: config.path, range: config.lines.rangeOf(key.span) };
  return [{ check: "dkim", result: "none", subject: from, why: t("The mail is not signed here."), next, place }];
}

function signatureRow(context: PassContext, parts: MessageParts, field: string): PassRow {
  const { config, crypto, now, t } = context;
  const signature = readSignature(field);
  if (signature === undefined) {
    const why = t("The DKIM-Signature field lacks what receivers need, or holds what they cannot read.");
    return { check: "dkim", result: "permerror", subject: "", why, next: "" };
  }
  const subject = `${signature.selector}._domainkey.${signature.domain}`;
  const row = { check: "dkim" as const, subject };
  const zone = config.file.zone(toDomainName(signature.domain));
  const records = zone && follow(zone, toDomainName(subject), TYPE.TXT);
  const values = { name: subject, domain: signature.domain };
  const ofConfig = configPlace(context, signature);
  if (records === undefined) {
    const why = t("No zone file tells the key at {name}.", values);
    return { ...row, result: "unknown", why, next: t("Name the zone file under `zones`."), place: ofConfig };
  }
  const [record, another] = records;
  if (record === undefined) {
    const why = t("There is no key at {name}, so nobody can check the signature.", values);
    const next = t("Publish the key: `mailconfig check` offers the record.");
    return { ...row, result: "permerror", why, next, place: ofConfig };
  }
  const place = config.locate(record, record.span);
  if (another !== undefined) {
    const why = t("Several TXT records stand at {name}; a receiver takes any of them.", values);
    return { ...row, result: "permerror", why, next: t("Leave one."), place };
  }
  const fault = signatureFault(parts, signature, textOf(record), crypto, Math.floor(now / 1000));
  if (fault === undefined) {
    return { ...row, result: "pass", why: t("The signature holds with the key at {name}.", values), next: "", place };
  }
  const { result, why, next } = FAULTS[fault];
  return { ...row, result, why: why(values, t), next: next(values, t), place };
}

interface FaultWords {
  readonly result: "fail" | "permerror";
  readonly why: Sentence;
  readonly next: Sentence;
}

type Sentence = (values: { readonly name: string; readonly domain: string }, t: PassContext["t"]) => string;

const NOTHING: Sentence = () => "";
const REPLACE: Sentence = (values, t) => t("Publish the public half of the key that signs at {name}.", values);

const FAULTS: Readonly<Record<DkimFault, FaultWords>> = {
  algorithm: {
    result: "permerror",
    why: (_, t) => t("The signature uses an algorithm that receivers do not take."),
    next: (_, t) => t("Sign with `rsa-sha256` or `ed25519-sha256`."),
  },
  noFrom: {
    result: "permerror",
    why: (_, t) => t("The signature does not cover From."),
    next: (_, t) => t("Have the signer cover From in `h=`."),
  },
  identity: {
    result: "permerror",
    why: (values, t) => t("The identity in `i=` does not belong to {domain}.", values),
    next: (_, t) => t("Leave `i=` out, or write an address of the signing domain."),
  },
  expired: {
    result: "fail",
    why: (_, t) => t("The signature has expired (`x=`)."),
    next: (_, t) => t("Send it anew."),
  },
  key: {
    result: "permerror",
    why: (values, t) => t("The record at {name} holds no key that can be read.", values),
    next: REPLACE,
  },
  revoked: {
    result: "permerror",
    why: (values, t) => t("The key at {name} is revoked: its `p=` is empty.", values),
    next: REPLACE,
  },
  keyType: {
    result: "permerror",
    why: (values, t) => t("The key at {name} is of another type than the signature.", values),
    next: REPLACE,
  },
  hash: {
    result: "permerror",
    why: (values, t) => t("The record at {name} does not allow SHA-256.", values),
    next: (_, t) => t("Take `h=` out of the record."),
  },
  service: {
    result: "permerror",
    why: (values, t) => t("The record at {name} is not for mail.", values),
    next: (_, t) => t("Take `s=` out of the record."),
  },
  weak: {
    result: "permerror",
    why: (values, t) => t("The key at {name} is shorter than 1024 bits, so receivers do not take it.", values),
    next: (_, t) => t("Make a key of 2048 bits."),
  },
  body: {
    result: "fail",
    why: (_, t) => t("The body is not the one that was signed: something on the way changed it."),
    next: NOTHING,
  },
  headers: {
    result: "fail",
    why: (values, t) =>
      t("The signature does not fit the key at {name}: another key is published, or headers were changed.", values),
    next: REPLACE,
  },
};

/** The key in the config that makes such signatures. */
function configPlace({ config }: PassContext, { domain, selector }: DkimSignature): Place | undefined {
  const keys = config.file.documents.flatMap(({ dkim }) => dkim);
  const key = keys.find(
    (it) => it.domain?.value.toLowerCase() === domain && it.selector?.value.toLowerCase() === selector.toLowerCase(),
  );
  return key && { path: config.path, range: config.lines.rangeOf(key.selector?.span ?? key.span) };
}
