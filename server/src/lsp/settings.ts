import type { Connection, InitializeParams } from "vscode-languageserver";
import type { HintOptions } from "../core/features/zone/inlayHints.ts";
import type { Severity } from "../core/rule.ts";
import { logError } from "./guard.ts";

/** What a client can set, section `mailconfig`. */
export interface Settings {
  /** By code or by pattern (`spf/*`). */
  readonly rules: Readonly<Record<string, Severity | "off">>;
  /** Record types that the user's server knows beside the standard ones; upper case. */
  readonly extraTypes: readonly string[];
  /** How long findings in the entry that is being typed wait. */
  readonly holdBackMs: number;
  /** Whether saving a changed zone by hand raises its serial. */
  readonly raiseSerialOnSave: boolean;
  /** Which notes are shown inside the lines of a zone. */
  readonly inlayHints: HintOptions;
}

export const DEFAULT_SETTINGS: Settings = {
  rules: {},
  extraTypes: [],
  holdBackMs: 300,
  raiseSerialOnSave: false,
  inlayHints: { ttl: true, names: "targets", lookups: true },
};

const SEVERITIES: ReadonlySet<unknown> = new Set(["off", "hint", "info", "warning", "error"]);

/** Takes what is well-formed of a client's settings, and the defaults for the rest. */
export function readSettings(value: unknown): Settings {
  const given = isObject(value) ? value : {};
  const { rules, extraTypes, holdBackMs, raiseSerialOnSave, inlayHints } = given;
  return {
    rules: isObject(rules) ? Object.fromEntries(Object.entries(rules).filter(isSeverityEntry)) : DEFAULT_SETTINGS.rules,
    extraTypes: Array.isArray(extraTypes)
      ? extraTypes.filter((it): it is string => typeof it === "string").map((it) => it.toUpperCase())
      : DEFAULT_SETTINGS.extraTypes,
    holdBackMs:
      typeof holdBackMs === "number" && holdBackMs >= 0 ? Math.min(holdBackMs, 60_000) : DEFAULT_SETTINGS.holdBackMs,
    raiseSerialOnSave: raiseSerialOnSave === true,
    inlayHints: readHints(isObject(inlayHints) ? inlayHints : {}),
  };
}

function readHints({ ttl, names, lookups }: Readonly<Record<string, unknown>>): HintOptions {
  return {
    ttl: ttl !== false,
    names: names === "off" || names === "all" ? names : DEFAULT_SETTINGS.inlayHints.names,
    lookups: lookups !== false,
  };
}

function isSeverityEntry(entry: [string, unknown]): entry is [string, Severity | "off"] {
  return SEVERITIES.has(entry[1]);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export interface SettingsStore {
  get(): Promise<Settings>;
  onChange(changed: () => void): void;
}

/**
 * The client's settings: asked for where it answers `workspace/configuration`, else taken from what it sends by itself
 * (`initializationOptions.settings`, then `didChangeConfiguration`).
 */
export function createSettingsStore(
  connection: Connection,
  { capabilities, initializationOptions }: InitializeParams,
  log: (line: string) => void,
): SettingsStore {
  const canAsk = capabilities.workspace?.configuration === true;
  const listeners = new Set<() => void>();
  let current: Promise<Settings> | undefined;
  const ask = async () => {
    try {
      return readSettings(await connection.workspace.getConfiguration("mailconfig"));
    } catch (error) {
      logError(log, "settings", error);
      return DEFAULT_SETTINGS;
    }
  };
  const pushed = (value: unknown) => readSettings(isObject(value) ? (value["mailconfig"] ?? value) : undefined);
  connection.onDidChangeConfiguration(({ settings }) => {
    current = canAsk ? ask() : Promise.resolve(pushed(settings));
    for (const it of listeners) it();
  });
  const given: unknown = initializationOptions?.settings;
  return {
    get: () => {
      current ??= canAsk ? ask() : Promise.resolve(pushed(given));
      return current;
    },
    onChange: (changed) => void listeners.add(changed),
  };
}
