import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Host } from '@bitfront/core';
import { registerPluginResolution } from '@bitfront/pool';
import { defaultCacheFolder } from '@bitfront/store';

/** Folders of this machine; none of them ever enters a key or a row. */
export interface Places {
  /** Pipelines by name, and the manifest that lists the plugins. */
  readonly pipelines: string;
  /** Where plugins are resolved from. */
  readonly pluginFolders: readonly string[];
  readonly cache: string;
  readonly host: Host;
  /** Where `dataset fetch` puts files. */
  readonly datasets: string;
}

/** Finds them, and lets plugin and pipeline files anywhere on the disk import `@bitfront/*`. */
export function findPlaces(environment: NodeJS.ProcessEnv = process.env): Places {
  const checkout = resolve(import.meta.dirname, '..', '..', '..', '..');
  const own = join(checkout, 'pipelines');
  const pipelines = existsSync(join(own, 'package.json')) ? own : process.cwd();
  registerPluginResolution(import.meta.url);
  registerPluginResolution(pathToFileURL(join(pipelines, 'package.json')).href);
  const given = (environment.BITFRONT_DATA ?? '').split(delimiter).filter((folder) => folder !== '');
  const standard = dataFolder(environment);
  const dataFolders = [...given, standard];
  return {
    pipelines,
    pluginFolders: [pipelines, process.cwd()],
    cache: defaultCacheFolder(environment, process.platform, homedir()),
    host: { dataFolders },
    datasets: given[0] ?? standard,
  };
}

/** The user's data folder of the platform. */
function dataFolder(environment: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32')
    return join(environment.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'bitfront', 'Data');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'bitfront');
  return join(environment.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'bitfront');
}
