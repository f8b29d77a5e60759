import manifest from "../../../package.json" with { type: "json" };

/** What the program says of itself. */
export const PROGRAM = { name: "mailconfig", version: manifest.version } as const;
