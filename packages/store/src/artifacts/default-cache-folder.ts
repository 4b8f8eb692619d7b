import { posix, win32 } from 'node:path';

/**
 * Where the artifact store lies unless told otherwise: BITFRONT_CACHE, else the user's cache folder of the platform.
 * @param env the environment, @param platform as `process.platform`, @param home the user's home folder.
 */
export function defaultCacheFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
  home: string,
): string {
  const chosen = env.BITFRONT_CACHE;
  if (chosen) return chosen;
  if (platform === 'win32') {
    return win32.join(env.LOCALAPPDATA || win32.join(home, 'AppData', 'Local'), 'bitfront', 'Cache');
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Caches', 'bitfront');
  const xdg = env.XDG_CACHE_HOME;
  // The XDG base directory specification: relative paths are invalid and to be ignored.
  return posix.join(xdg && posix.isAbsolute(xdg) ? xdg : posix.join(home, '.cache'), 'bitfront');
}
