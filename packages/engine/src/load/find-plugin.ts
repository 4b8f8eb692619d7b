import { readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { join } from 'node:path';
import { bitfrontError, nearest } from '@bitfront/errors';

/**
 * The file of an installed plugin: `@bitfront/NAME`, else a package of that very name.
 * @param folders where to look from, such as the folder of the pipeline
 * @param others names that are known besides, to be suggested where this one is wrong
 * @throws PLUGIN_UNKNOWN
 */
export function findPlugin(name: string, folders: readonly string[], others: readonly string[] = []): string {
  const candidates = name.startsWith('@') ? [name] : [`@bitfront/${name}`, name];
  for (const folder of packageName.test(name) && !isBuiltin(name) ? folders : [])
    for (const candidate of candidates) {
      const file = tryResolve(folder, candidate);
      if (file !== undefined) return file;
    }
  const valid = [...others, ...installedPlugins(folders)];
  const guess = nearest(name, valid);
  const hint = guess === undefined ? '' : ` Did you mean "${guess}"?`;
  throw bitfrontError('PLUGIN_UNKNOWN', { name, valid: valid.length > 0 ? valid : ['none'], hint });
}

/** Paths and URLs are no names: a JSON plan must not reach a file that lies beside it. */
const packageName = /^(@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*$/;

/** Names of the plugins that the manifests in these folders list as dependencies. */
export function installedPlugins(folders: readonly string[]): readonly string[] {
  const names = folders.flatMap((folder) => {
    try {
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
      return Object.keys(manifest.dependencies ?? {});
    } catch {
      return [];
    }
  });
  const plugins = names.filter((name) => !name.startsWith('@bitfront/') || pluginName.test(name));
  return [...new Set(plugins.map((name) => name.replace('@bitfront/', '')))].sort();
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
}

const pluginName =
  /^@bitfront\/(dataset|encoder|trainer|partitioner|device|ecc|evaluator|cost|sampler|executor|workload|clusterer|placer|noc)-/;

function tryResolve(folder: string, specifier: string): string | undefined {
  try {
    return createRequire(join(folder, 'package.json')).resolve(specifier);
  } catch {
    return undefined;
  }
}
