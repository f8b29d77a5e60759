import type { TagList } from "./tagList.ts";

export interface DkimRecord extends TagList {}
