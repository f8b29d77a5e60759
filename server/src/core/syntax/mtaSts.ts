import type { TagList } from "./tagList.ts";

export interface MtaStsRecord extends TagList {}
