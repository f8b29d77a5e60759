import type { ServerText } from "./meanings.ts";

/** Block lists and filters before a mail server. */
export const FILTER_TEXTS: readonly ServerText[] = [
  [/anti-?spoofing policy|header based anti-?spoofing/i, "Mimecast", "spoof"],
  [/internal resource (?:is )?temporarily unavailable.{0,60}mimecast/i, "Mimecast", "greylisting"],
  [/envelope blocked|mimecast.{0,60}rejected|local policy.{0,60}mimecast/i, "Mimecast", "policyRule"],
  [/ipcheck\.proofpoint\.com|proofpoint.{0,80}(?:dynamic )?reputation/i, "Proofpoint", "badReputation"],
  [/sending mta's poor reputation|access to this mail system has been rejected/i, "Cisco", "badReputation"],
  [/csi\.cloudmark\.com|cloudmark/i, "Cloudmark", "badReputation"],
  [/symanteccloud|messagelabs|message filtered\. refer/i, "Symantec", "spam"],
  [/senderscore|poor reputation|bad reputation|low reputation|reputation/i, "RFC 5321 §7.9", "badReputation"],
  [
    /\bPBL\b|policy block list|dynamic (?:ip|address)|dial-?up|residential|generic hostname|dynamically assigned/i,
    "RFC 5782",
    "dynamicAddress",
  ],
  [
    /dbl\.spamhaus|surbl|uribl|url (?:is )?(?:listed|black)|blacklisted url|domain .{0,60}listed in/i,
    "RFC 5782",
    "urlList",
  ],
  [
    /spamhaus|barracuda(?:central)?|spamcop|sorbs|abuseat|mailspike|\brbl\b|\bdnsbl\b|block ?list|black ?list|blocklisted|deny ?list/i,
    "RFC 5782",
    "blockList",
  ],
  [/grey-?list|gray-?list|灰名单|\bpostgrey\b/i, "RFC 6647", "greylisting"],
];
