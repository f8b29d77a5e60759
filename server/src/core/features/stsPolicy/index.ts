export { completePolicy } from "./complete.ts";
export { hoverPolicy } from "./hover.ts";
export { symbolsOfPolicy } from "./symbols.ts";
