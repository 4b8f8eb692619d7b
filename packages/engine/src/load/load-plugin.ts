import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type AnyStage, textHash } from '@bitfront/core';
import { BitfrontError, bitfrontError } from '@bitfront/errors';
import type { LoadedPlugin } from '../plan/plan.ts';
import { codeHash } from './code-hash.ts';
import { findPlugin } from './find-plugin.ts';
import { importReason } from './import-reason.ts';
import { whyNoStage } from './why-no-stage.ts';

/**
 * Loads an installed plugin by name.
 * @param others further names to suggest where this one is wrong
 * @throws PLUGIN_UNKNOWN, PLUGIN_NOT_LOADED, PLUGIN_NOT_A_STAGE
 */
export async function loadPlugin<Kind extends Named = AnyStage>(
  name: string,
  folders: readonly string[],
  others: readonly string[] = [],
): Promise<LoadedPlugin<Kind>> {
  const file = findPlugin(name, folders, others);
  const module = pathToFileURL(file).href;
  return { name, stage: await importDefault<Kind>(name, module), module, hash: await codeHash(file) };
}

/**
 * Loads a plugin from the user's own file: TypeScript or JavaScript with the stage as default export, an NVSim `.cell`
 * file, or a `.csv` table of measured conditions. Its name is what the plugin calls itself.
 * @throws PLUGIN_FILE_MISSING, PLUGIN_NOT_LOADED, PLUGIN_NOT_A_STAGE
 */
export async function loadPluginFile(path: string): Promise<LoadedPlugin> {
  const file = resolve(path);
  if (!existsSync(file)) throw bitfrontError('PLUGIN_FILE_MISSING', { file: path });
  const reader = dataReaders.find(({ ending }) => file.toLowerCase().endsWith(ending));
  if (reader !== undefined) {
    const module = await reader.moduleOf(file);
    const stage = await importStage(path, module);
    const code = await codeHash(fileURLToPath(reader.address()));
    return { name: stage.name, stage, module, hash: textHash(code + readFileSync(file, 'utf8')) };
  }
  const module = pathToFileURL(file).href;
  const stage = await importStage(path, module);
  return { name: stage.name, stage, module, hash: await codeHash(file) };
}

/** Files without code that are technologies, and the package that makes a module of each. */
const dataReaders = [
  {
    ending: '.cell',
    moduleOf: async (file: string) => (await import('@bitfront/nvsim-cell')).moduleOfCell(file),
    address: () => import.meta.resolve('@bitfront/nvsim-cell'),
  },
  {
    ending: '.csv',
    moduleOf: async (file: string) => (await import('@bitfront/table-device')).moduleOfTable(file),
    address: () => import.meta.resolve('@bitfront/table-device'),
  },
] as const;

async function importStage(path: string, module: string): Promise<AnyStage> {
  const stage = await importDefault<AnyStage>(path, module);
  const reason = whyNoStage(stage);
  if (reason !== undefined) throw bitfrontError('PLUGIN_NOT_A_STAGE', { plugin: path, module, reason });
  return stage;
}

interface Named {
  readonly name: string;
  readonly version: number;
}

async function importDefault<Kind extends Named>(name: string, module: string): Promise<Kind> {
  let exports: { readonly default?: unknown };
  try {
    exports = (await import(module)) as typeof exports;
  } catch (error) {
    if (error instanceof BitfrontError) throw error;
    const reason = importReason(error, module);
    throw bitfrontError('PLUGIN_NOT_LOADED', { plugin: name, module, reason }, { cause: error });
  }
  const found = exports.default as Partial<Named> | undefined;
  if (found === undefined)
    throw bitfrontError('PLUGIN_NOT_A_STAGE', { plugin: name, module, reason: 'there is none' });
  if (typeof found?.name !== 'string' || typeof found.version !== 'number')
    throw bitfrontError('PLUGIN_NOT_A_STAGE', { plugin: name, module, reason: 'it has no name and version' });
  return found as Kind;
}
