import type { Report } from "../rule.ts";
import { canonicalData } from "./recordData.ts";
import type { OwnerGroup } from "./zone.ts";

/** The records of a type, of which a name can have one only, that say something else than the first one. */
export function* contradictions(
  { owner, records }: OwnerGroup,
  type: number,
): Iterable<Report<"second" | "first", never>> {
  const [first, ...others] = records.filter((it) => it.type === type);
  if (first === undefined) return;
  const data = canonicalData(first);
  for (const record of others) {
    if (canonicalData(record) === data) continue;
    const related = [{ message: "first", span: first.typeField?.span ?? first.span, at: first }] as const;
    yield { message: "second", data: { owner }, span: record.typeField?.span ?? record.span, at: record, related };
  }
}
