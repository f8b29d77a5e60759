import type { ZoneSource } from "../../../index.ts";
import type { Translate } from "../../../locale.ts";
import type { ZoneWish } from "../../../model/zoneWish.ts";
import type { Position } from "../../../text/span.ts";
import { readRest } from "../readRest.ts";
import { raiseSerial } from "../serial.ts";
import { addDmarc } from "./addDmarc.ts";
import { addSpfInclude } from "./addSpf.ts";
import { addDkimRecord, removeDkimRecord } from "./dkimKey.ts";
import { splitLongStrings } from "./splitStrings.ts";
import type { NotWritten, Writing } from "./written.ts";

/** @param now milliseconds since 1970 */
export function writeIntoZone(
  source: ZoneSource,
  position: Position,
  wish: ZoneWish,
  now: number,
  t: Translate,
): Writing | NotWritten {
  readRest(source);
  switch (wish.kind) {
    case "spf":
      return addSpfInclude(source, position, wish.include, t);
    case "dmarc":
      return addDmarc(source, wish.policy, wish.reportTo, t);
    case "strings":
      return splitLongStrings(source, t);
    case "dkim":
      return addDkimRecord(source, wish, wish.record, t);
    case "removeDkim":
      return removeDkimRecord(source, wish, t);
    case "serial": {
      const raise = raiseSerial(source, now);
      if (raise === undefined) return { refused: t("This file has no SOA whose serial could be raised.") };
      return { edits: [raise.edit], message: t("The serial is now {serial}.", { serial: raise.serial }) };
    }
  }
}
