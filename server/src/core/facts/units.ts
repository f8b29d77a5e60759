const MILLISECONDS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

const OCTETS: Readonly<Record<string, number>> = {
  b: 1,
  kb: 1_000,
  mb: 1_000_000,
  gb: 1_000_000_000,
  tb: 1_000_000_000_000,
  kib: 1_024,
  mib: 1_048_576,
  gib: 1_073_741_824,
};

/** @returns milliseconds of `500ms`, `10s`, `5m`, `12h`, `180d`, `2w`; `undefined` for another text, a bare number too */
export function parseDuration(text: string): number | undefined {
  return measure(text, MILLISECONDS);
}

/** @returns octets of `512KB`, `20MB`, `1GB`, `1GiB`; `undefined` for another text, a bare number too */
export function parseSize(text: string): number | undefined {
  return measure(text, OCTETS);
}

function measure(text: string, units: Readonly<Record<string, number>>): number | undefined {
  const match = /^(\d{1,12}(?:\.\d{1,3})?) ?([a-z]{1,3})$/i.exec(text);
  const unit = units[match?.[2]?.toLowerCase() ?? ""];
  return match && unit !== undefined ? Number(match[1]) * unit : undefined;
}
