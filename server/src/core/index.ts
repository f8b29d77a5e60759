export type {
  ConfigSource,
  CreateEngine,
  Engine,
  OpenOptions,
  Source,
  SourceKind,
  ZoneSource,
} from "./engine/api.ts";
export { createEngine } from "./engine/engine.ts";
