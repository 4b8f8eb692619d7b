import { type BitfrontError, bitfrontError } from '@bitfront/errors';

/** @param problem without a full stop */
export function damaged(file: string, problem: string, cause?: unknown): BitfrontError {
  return bitfrontError('ZOO_FILE_DAMAGED', { file, problem }, cause === undefined ? {} : { cause });
}
