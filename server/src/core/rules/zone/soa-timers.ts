import { areTimersOfService } from "../../facts/dnsServices.ts";
import { isServedLocally } from "../../model/servedLocally.ts";
import type { Field } from "../../model/zone.ts";
import { defineRule, type Report, replace } from "../../rule.ts";
import { parseTtl } from "../../text/ttl.ts";

const WEEK = 604_800;
const DAY = 86_400;
type Message = "retry" | "expire" | "week" | "minimum";

export default defineRule({
  code: "zone/soa-timers",
  target: "entry",
  severity: "warning",
  fixable: "suggestion",
  summary: "The SOA's timers contradict each other or keep mistakes alive.",
  docs: {
    why: "Secondaries ask for a new serial every *refresh*, after a failure every *retry*, and stop answering after *expire*. A retry that is no shorter is pointless, a short expire takes the zone down over a long weekend, and a long *minimum* makes resolvers remember for days that a name did not exist.",
    bad: "example.com. IN SOA ns1.example.com. hostmaster.example.com. 1 3600 7200 1209600 3600",
    good: "example.com. IN SOA ns1.example.com. hostmaster.example.com. 1 7200 3600 1209600 3600",
  },
  references: ["RFC 1912 §2.2", "RFC 2308 §5"],
  messages: {
    retry:
      "Retry `{retry}` is not below refresh `{refresh}`: secondaries never hurry after a failure. Write `{value}`.",
    expire: "Expire `{expire}` is below refresh plus retry: one failure takes secondaries down. Write `{value}`.",
    week: "Expire `{expire}` is under a week: a longer outage takes secondaries down too. Write `{value}`.",
    minimum: "Minimum `{minimum}` lets resolvers remember missing names for over a day. Write `{value}`.",
  },
  titles: {
    write: "Write `{value}`",
  },
  *check(entry) {
    // With a field missing or broken the others stand in wrong places.
    if (entry.kind !== "record" || entry.typeName !== "SOA" || entry.issues.length > 0) return;
    const [server, , , refresh, retry, expire, minimum] = entry.fields;
    if (server?.target !== undefined && areTimersOfService(server.target)) return;
    const texts = { refresh: refresh?.text ?? "", retry: retry?.text ?? "", expire: expire?.text ?? "" };
    const isLocal = isServedLocally(entry.zone);
    const every = secondsOf(refresh);
    const again = secondsOf(retry);
    const end = secondsOf(expire);
    if (retry && every !== undefined && again !== undefined && again >= every && every > 0) {
      yield report("retry", retry, texts, Math.max(1, Math.floor(every / 2)));
    }
    if (expire && end !== undefined) {
      const least = (every ?? 0) + (again ?? 0);
      if (end < least) yield report("expire", expire, texts, Math.max(2 * WEEK, least));
      // A day is what Microsoft's server writes into new zones; it works as long as the primary is mended within it.
      // In a network of one's own somebody is at hand, as for what its resolvers remember.
      else if (end < (isLocal ? DAY : WEEK))
        yield { ...report("week", expire, texts, 2 * WEEK), severity: end < DAY ? "warning" : "info" };
    }
    if (minimum && (secondsOf(minimum) ?? 0) > DAY && !isLocal) {
      yield report("minimum", minimum, { minimum: minimum.text }, 3600);
    }
  },
});

function secondsOf(field: Field | undefined): number | undefined {
  return field && parseTtl(field.text);
}

function report(
  message: Message,
  { span }: Field,
  texts: Readonly<Record<string, string>>,
  value: number,
): Report<Message, "write"> {
  const fix = replace("suggestion", "write", span, String(value), { value });
  return { message, data: { ...texts, value }, span, fix };
}
