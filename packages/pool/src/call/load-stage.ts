import type { AnyStage, StageCall } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';

/** Finds the stage that a call names. */
export type StageLoader = (call: StageCall) => Promise<AnyStage> | AnyStage;

/**
 * A loader for one thread: the stage is the default export of the call's module, imported at its first call. Its
 * promise rejects with PLUGIN_NOT_LOADED or PLUGIN_NOT_A_STAGE.
 */
export function createStageLoader(): StageLoader {
  const loaded = new Map<string, AnyStage>();
  return (call) => {
    const stage = loaded.get(call.module);
    if (stage !== undefined) return stage;
    return importStage(call).then((found) => {
      loaded.set(call.module, found);
      return found;
    });
  };
}

async function importStage({ plugin, module }: StageCall): Promise<AnyStage> {
  let exports: { readonly default?: unknown };
  try {
    exports = (await import(/* @vite-ignore */ module)) as typeof exports;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw bitfrontError('PLUGIN_NOT_LOADED', { plugin, module, reason }, { cause: error });
  }
  const reason = whyNoStage(exports.default);
  if (reason !== undefined) throw bitfrontError('PLUGIN_NOT_A_STAGE', { plugin, module, reason });
  return exports.default as AnyStage;
}

function whyNoStage(value: unknown): string | undefined {
  if (value === undefined) return 'there is none';
  if (value === null || typeof value !== 'object')
    return `it is ${value === null ? 'null' : `a ${typeof value}`}`;
  const stage = value as Partial<AnyStage>;
  if (typeof stage.run !== 'function') return 'it has no function "run"';
  if (stage.columns === null || typeof stage.columns !== 'object') return 'it has no "columns"';
  return undefined;
}
