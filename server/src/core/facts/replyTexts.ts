import { CHINESE_TEXTS } from "./serverTexts/chinese.ts";
import { COMMON_TEXTS, WEAK_TEXTS as WEAK_ROWS } from "./serverTexts/common.ts";
import { FILTER_TEXTS } from "./serverTexts/filters.ts";
import { GOOGLE_TEXTS } from "./serverTexts/google.ts";
import { MAIL_SERVER_TEXTS } from "./serverTexts/mailServers.ts";
import { serverTexts } from "./serverTexts/meanings.ts";
import { MICROSOFT_TEXTS } from "./serverTexts/microsoft.ts";
import { SERVICE_TEXTS } from "./serverTexts/services.ts";

/** Texts of well-known servers that say more than their code. The first that fits wins. */
export const SERVER_TEXTS = serverTexts([
  ...GOOGLE_TEXTS,
  ...MICROSOFT_TEXTS,
  ...CHINESE_TEXTS,
  ...SERVICE_TEXTS,
  ...MAIL_SERVER_TEXTS,
  ...FILTER_TEXTS,
  ...COMMON_TEXTS,
]);

/** Texts that say more than three digits or a vague enhanced code, and less than a precise one. */
export const WEAK_TEXTS = serverTexts(WEAK_ROWS);
