import { BitfrontError, bitfrontError } from '@bitfront/errors';

const fullCodes = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const deniedCodes = new Set(['EACCES', 'EPERM', 'EROFS']);

/** The catalogue's error for a failed write of `file`; errors that already have a code stay what they are. */
export function writeError(file: string, error: unknown): BitfrontError {
  if (error instanceof BitfrontError) return error;
  const { code, reason } = systemAnswer(error);
  const options = { cause: error };
  if (fullCodes.has(code)) return bitfrontError('STORE_DISK_FULL', { file, code }, options);
  if (deniedCodes.has(code)) return bitfrontError('STORE_NOT_WRITABLE', { file, code }, options);
  return bitfrontError('STORE_WRITE_FAILED', { file, code, reason }, options);
}

/** The catalogue's error for a failed read of `file`. */
export function readError(file: string, error: unknown): BitfrontError {
  if (error instanceof BitfrontError) return error;
  return bitfrontError('STORE_NOT_READABLE', { file, ...systemAnswer(error) }, { cause: error });
}

/** The code of a system error, such as ENOENT. */
export function systemCode(error: unknown): string {
  return systemAnswer(error).code;
}

function systemAnswer(error: unknown): { code: string; reason: string } {
  const { code, message } = error as Partial<NodeJS.ErrnoException>;
  const known = typeof code === 'string' ? code : 'an unknown error';
  // Node begins its message with the code, which the sentence names already.
  return { code: known, reason: (message ?? String(error)).replace(`${known}: `, '') };
}
