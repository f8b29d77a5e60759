export { completeConfig } from "./complete.ts";
export { hoverConfig } from "./hover.ts";
export { symbolsOfConfig } from "./symbols.ts";
