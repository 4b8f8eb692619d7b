import { bitfrontError } from '@bitfront/errors';

export function refuse(file: string, array: string, problem: string): never {
  throw bitfrontError('NETWORK_FILE_INVALID', { file, array, problem });
}
