import type { Executor, ExecutorPlugin } from '@bitfront/core';
import { loadPlugin } from '@bitfront/engine';
import { inlineExecutor, piscinaExecutor } from '@bitfront/pool';

/** Opens the executor of that name: one of the two that come along, or the plugin `executor-NAME`. */
export async function openExecutor(
  name: string,
  threads: number,
  folders: readonly string[],
): Promise<{ readonly name: string; readonly executor: Executor }> {
  const builtIn = executors.find((one) => one.name === name);
  const plugin = builtIn ?? (await loadExecutor(name, folders));
  return { name: plugin.name, executor: plugin.open({ threads }) };
}

/** What comes along, for lists. */
export const executors: readonly ExecutorPlugin[] = [piscinaExecutor, inlineExecutor];

async function loadExecutor(name: string, folders: readonly string[]): Promise<ExecutorPlugin> {
  const full = name.startsWith('executor-') || name.startsWith('@') ? name : `executor-${name}`;
  return (await loadPlugin<ExecutorPlugin>(full, folders)).stage;
}
