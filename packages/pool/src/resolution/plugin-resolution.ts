import * as nodeModule from 'node:module';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';

export interface PluginResolution {
  /** Removes the hook from this thread; workers already running keep theirs. */
  deregister(): void;
}

const environmentKey = 'bitfront.pluginResolution';

/**
 * Lets plugin files anywhere on the disk import `@bitfront/*`: where their own folders do not have it, it is resolved
 * as if `baseUrl` imported it (the file URL of a module whose package depends on all of Bitfront). Holds for this
 * thread and for worker threads started afterwards.
 */
export function registerPluginResolution(baseUrl: string): PluginResolution {
  setEnvironmentData(environmentKey, [...new Set([...inheritedBases(), baseUrl])]);
  return registerBases([baseUrl]);
}

/** In a worker: the bases that the main thread registered, and this package. */
export function inheritPluginResolution(): PluginResolution {
  return registerBases([...inheritedBases(), import.meta.url]);
}

function inheritedBases(): readonly string[] {
  const bases: unknown = getEnvironmentData(environmentKey);
  return Array.isArray(bases) ? bases : [];
}

function registerBases(bases: readonly string[]): PluginResolution {
  return nodeModule.registerHooks({
    resolve: (specifier, context, nextResolve) => {
      try {
        return nextResolve(specifier, context);
      } catch (error) {
        if (!specifier.startsWith('@bitfront/')) throw error;
        for (const parentURL of bases) {
          try {
            return nextResolve(specifier, { ...context, parentURL });
          } catch {
            // The next base may know it; if none does, the first error names the file that asked.
          }
        }
        throw error;
      }
    },
  });
}
