import { say } from "../../../locale.ts";

const HEX_40 = say("40 hexadecimal digits");
const HEX_64 = say("64 hexadecimal digits");
const HEX_96 = say("96 hexadecimal digits");
const HEX_128 = say("128 hexadecimal digits");
const HEX_24 = say("at least 24 hexadecimal digits");

/** DS, CDS and DLV by the registry of digest types: SHA-1, SHA-256, GOST, SHA-384. Of the later ones servers take any length. */
const DS_WANTS: readonly (string | undefined)[] = [undefined, HEX_40, HEX_64, HEX_64, HEX_96];
/** RFC 4255 §3.1.2, RFC 6594. */
const SSHFP_WANTS: readonly (string | undefined)[] = [undefined, HEX_40, HEX_64];
/** RFC 8976 §2.2.3. */
const ZONEMD_WANTS: readonly (string | undefined)[] = [undefined, HEX_96, HEX_128];
/** RFC 8162 §2; TLSA has a rule of its own. */
const SMIMEA_WANTS: readonly (string | undefined)[] = [undefined, HEX_64, HEX_128];

const OCTETS: Readonly<Record<string, number>> = { [HEX_40]: 20, [HEX_64]: 32, [HEX_96]: 48, [HEX_128]: 64 };

/**
 * What a hash of `octets` should have been by the algorithm that an earlier field names, where an RFC fixes its length;
 * `undefined` where it fits.
 */
export function fixedOctets(type: number, numbers: Float64Array, octets: number): string | undefined {
  const wants = wantsOf(type, numbers);
  if (wants === HEX_24) return octets >= 12 ? undefined : wants;
  return wants === undefined || OCTETS[wants] === octets ? undefined : wants;
}

function wantsOf(type: number, numbers: Float64Array): string | undefined {
  switch (type) {
    case 43:
    case 59:
    case 32768:
    case 32769:
      return DS_WANTS[numbers[2] ?? 0];
    case 44:
      return SSHFP_WANTS[numbers[1] ?? 0];
    case 53:
      return SMIMEA_WANTS[numbers[2] ?? 0];
    case 63:
      // A private scheme may cut its digest, as the second example of RFC 8976 §A.3 does.
      return ((numbers[1] ?? 0) < 240 ? ZONEMD_WANTS[numbers[2] ?? 0] : undefined) ?? HEX_24;
    default:
      return undefined;
  }
}
