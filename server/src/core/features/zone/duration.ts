import type { Translate } from "../../locale.ts";

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** Seconds of a TTL as master files write it: `3600`, `1h30m`; `undefined` for another text. */
export function secondsOf(text: string): number | undefined {
  if (/^\d{1,10}$/.test(text)) return Number(text);
  if (!/^(?:\d{1,10}[smhdw])+$/i.test(text)) return undefined;
  let seconds = 0;
  for (const [, count, unit = ""] of text.matchAll(/(\d+)([a-z])/gi)) {
    seconds += Number(count) * (SECONDS[unit.toLowerCase()] ?? 0);
  }
  return seconds;
}

/** `1 hour 30 minutes`; whole weeks only, since “10 days” reads better than “1 week 3 days”. */
export function describeSeconds(seconds: number, t: Translate): string {
  if (seconds === 0) return t("0 seconds");
  if (seconds % 604_800 === 0) return weeks(seconds / 604_800, t);
  const parts = [
    days(Math.floor(seconds / 86_400), t),
    hours(Math.floor((seconds % 86_400) / 3600), t),
    minutes(Math.floor((seconds % 3600) / 60), t),
    inSeconds(seconds % 60, t),
  ];
  return parts.filter((it) => it !== "").join(" ");
}

function weeks(n: number, t: Translate): string {
  return n === 1 ? t("1 week") : t("{n} weeks", { n });
}

function days(n: number, t: Translate): string {
  return n === 0 ? "" : n === 1 ? t("1 day") : t("{n} days", { n });
}

function hours(n: number, t: Translate): string {
  return n === 0 ? "" : n === 1 ? t("1 hour") : t("{n} hours", { n });
}

function minutes(n: number, t: Translate): string {
  return n === 0 ? "" : n === 1 ? t("1 minute") : t("{n} minutes", { n });
}

function inSeconds(n: number, t: Translate): string {
  return n === 0 ? "" : n === 1 ? t("1 second") : t("{n} seconds", { n });
}
