import { quotedStrings, quoteText } from "../model/longStrings.ts";
import { shellWord } from "../text/shellWord.ts";

/** Where a zone may live that is no file. */
export const PUBLISH_TARGETS = ["bind", "route53", "google", "cloudflare"] as const;
export type PublishTarget = (typeof PUBLISH_TARGETS)[number];

export interface Publication {
  /** Names without their final dots. */
  readonly domain: string;
  readonly selector: string;
  readonly record: string;
}

const TTL_SECONDS = 3600;

/** The record in the form that a DNS service takes: a file's text, or commands of a POSIX shell. */
export function publish(publication: Publication, target: PublishTarget): string {
  return FORMS[target](publication);
}

const FORMS: Readonly<Record<PublishTarget, (publication: Publication) => string>> = {
  bind: (it) => `${nameOf(it)} ${TTL_SECONDS} IN TXT ( ${quotedStrings(it.record).join("\n    ")} )\n`,
  route53,
  google,
  cloudflare,
};

function nameOf({ domain, selector }: Publication): string {
  return `${selector}._domainkey.${domain}.`;
}

/** A change batch for `aws route53 change-resource-record-sets`; a record that is there already makes it fail. */
function route53(publication: Publication): string {
  const record = {
    Name: nameOf(publication),
    Type: "TXT",
    TTL: TTL_SECONDS,
    ResourceRecords: [{ Value: quoteText(publication.record) }],
  };
  const comment = `DKIM ${publication.selector}`;
  return `${JSON.stringify({ Comment: comment, Changes: [{ Action: "CREATE", ResourceRecordSet: record }] }, undefined, 2)}\n`;
}

/** The name of the zone in the project is not known here: the shell asks for it. */
function google(publication: Publication): string {
  const name = shellWord(nameOf(publication));
  const data = shellWord(quoteText(publication.record));
  return `gcloud dns record-sets create ${name} --zone="\${ZONE:?}" --type=TXT --ttl=${TTL_SECONDS} --rrdatas=${data}\n`;
}

/** Through the API; zone and token stand in the environment, so that the shell's history keeps no token. */
function cloudflare(publication: Publication): string {
  const content = quoteText(publication.record);
  const body = { type: "TXT", name: nameOf(publication).slice(0, -1), content, ttl: TTL_SECONDS };
  const lines = [
    'curl --fail-with-body -X POST "https://api.cloudflare.com/client/v4/zones/${CLOUDFLARE_ZONE_ID:?}/dns_records"',
    '  -H "Authorization: Bearer ${CLOUDFLARE_API_TOKEN:?}"',
    '  -H "Content-Type: application/json"',
    `  --data ${shellWord(JSON.stringify(body))}`,
  ];
  return `${lines.join(" \\\n")}\n`;
}
