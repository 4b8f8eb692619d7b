import type { StoreInfo } from '@bitfront/store';
import { bytesText } from './bytes-text.ts';

/** `12 artifacts, 34.5 MB`; checkpoints are named where there are any. */
export function storeText({ entries, checkpoints, bytes }: StoreInfo): string {
  const of = (count: number, what: string) =>
    `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`;
  const unfinished = checkpoints === 0 ? '' : ` and ${of(checkpoints, 'checkpoint')}`;
  return `${of(entries, 'artifact')}${unfinished}, ${bytesText(bytes)}`;
}
