export { catalogue, ruleNames } from './catalogue.ts';
export { type Compilation, type CompileOptions, compile } from './compile.ts';
export { toDiagnostics } from './diagnostics.ts';
export { withBuildLock } from './lock.ts';
export {
	type BuildManifest,
	manifestOf,
	readManifest,
	unchangedFiles,
	unchangedRoutes,
	writeManifest,
} from './manifest.ts';
export { MAINSTAY_VERSION, toolFingerprint } from './own-version.ts';
export {
	createStopwatch,
	type OnProgress,
	PHASES,
	type Phase,
	type PhaseTimes,
	type ProgressEvent,
} from './progress.ts';
export { openProject, type Project } from './project.ts';
export {
	assertComplete,
	checkOutput,
	copyAssets,
	discard,
	existingFiles,
	existingPages,
	mergeIndex,
	openStaging,
	publish,
	reuseFiles,
	reusePages,
	type Staging,
} from './publish.ts';
export { storeCheck } from './stored-check.ts';
