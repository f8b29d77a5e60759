import type { TagList } from "./tagList.ts";

export interface DmarcRecord extends TagList {}
