export type {
  ConfigSource,
  CreateEngine,
  Engine,
  OpenOptions,
  PolicySource,
  Source,
  SourceKind,
  ZoneSource,
} from "./engine/api.ts";
export { createEngine } from "./engine/engine.ts";
export { kindOfFile } from "./engine/fileKinds.ts";
