import { replaceFile } from './replacement.ts';

/**
 * Replaces a file as a whole: temporary name in the same folder, sync, rename.
 * Throws STORE_DISK_FULL, STORE_NOT_WRITABLE or STORE_WRITE_FAILED; the old content then stays.
 */
export function writeFileAtomic(file: string, content: string | Uint8Array): void {
  const replacement = replaceFile(file);
  replacement.append(typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
  replacement.commit();
}
