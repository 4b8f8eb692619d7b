export { type CallRunOptions, runCall } from './call/run-call.ts';
export { inlineExecutor } from './inline-executor.ts';
export { piscinaExecutor } from './piscina-executor.ts';
export { memoBytes } from './services/memo-bytes.ts';
export { createThreadMemos, type ThreadMemos } from './services/thread-memos.ts';
export { type PluginResolution, registerPluginResolution } from './resolution/plugin-resolution.ts';
