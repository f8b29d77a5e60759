import type { TagList } from "./tagList.ts";

export interface BimiRecord extends TagList {}
