import type { TagList } from "./tagList.ts";

export interface TlsRptRecord extends TagList {}
