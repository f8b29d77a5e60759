import type { StsPolicyFile } from "../../model/stsPolicyFile.ts";
import type { SymbolNode } from "../types.ts";

/** The outline: a node a line. */
export function symbolsOfPolicy({ root }: StsPolicyFile): SymbolNode[] {
  return root.fields
    .filter(({ key }) => key !== "")
    .map(({ key, value, span, keySpan }) => ({
      name: key,
      detail: value,
      kind: key === "mx" ? "interface" : "property",
      span,
      selectionSpan: keySpan,
      children: [],
    }));
}
