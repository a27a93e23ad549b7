/** mainstay.yaml → ResolvedConfig. */
export { type FoundProject, findProject } from './find.ts';
export { configDiagnostics, configSource, configUnreadable } from './findings.ts';
export { loadConfig } from './load.ts';
export { type ResolvedSettings, type ResolveOptions, resolveConfig } from './resolve.ts';
