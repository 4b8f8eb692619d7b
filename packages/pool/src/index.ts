export { type CallRunOptions, runCall } from './call/run-call.ts';
export { inlineExecutor } from './inline-executor.ts';
export { piscinaExecutor } from './piscina-executor.ts';
export { type PluginResolution, registerPluginResolution } from './resolution/plugin-resolution.ts';
