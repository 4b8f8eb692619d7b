import type { AnyStage, StageCall } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';

/**
 * The stage that a call names: the default export of its module. Modules are loaded once per thread.
 * Throws PLUGIN_NOT_LOADED or PLUGIN_NOT_A_STAGE.
 */
export async function loadStage({ plugin, module }: StageCall): Promise<AnyStage> {
  let loaded: { readonly default?: unknown };
  try {
    loaded = (await import(/* @vite-ignore */ module)) as { readonly default?: unknown };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw bitfrontError('PLUGIN_NOT_LOADED', { plugin, module, reason }, { cause: error });
  }
  const reason = whyNoStage(loaded.default);
  if (reason !== undefined) throw bitfrontError('PLUGIN_NOT_A_STAGE', { plugin, module, reason });
  return loaded.default as AnyStage;
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
