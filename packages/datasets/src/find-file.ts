import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bitfrontError } from '@bitfront/errors';

/**
 * The path of a file in the first folder that holds it under its name with one of the endings.
 * @param remedy what a user can do when no folder holds it
 * @throws DATASET_FILE_MISSING, with every name and folder that was tried.
 */
export function findFile(
  plugin: string,
  folders: readonly string[],
  file: string,
  remedy: string,
  endings: readonly string[] = ['', '.gz'],
): string {
  const names = endings.map((ending) => `${file}${ending}`);
  for (const folder of folders)
    for (const name of names) {
      const path = join(folder, name);
      if (existsSync(path)) return path;
    }
  const searched = folders.length > 0 ? folders : ['no folder at all'];
  throw bitfrontError('DATASET_FILE_MISSING', { plugin, file, names, searched, remedy });
}
