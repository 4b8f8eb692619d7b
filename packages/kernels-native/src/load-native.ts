import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildFolder } from './build-folder.ts';
import { type BuildRecord, misfitOf, recordOf } from './build-record.ts';
import type { NativeAddon, NativeSet } from './native-functions.ts';
import { sourceStamp } from './source-stamp.ts';

export type NativeLoad =
  /** The kernels that this processor can run, the best first. */
  | { readonly kind: 'ready'; readonly sets: readonly [NativeSet, ...NativeSet[]] }
  /** Nobody built it. */
  | { readonly kind: 'absent' }
  /** There is one that cannot be used here; a sentence says why. */
  | { readonly kind: 'unusable'; readonly reason: string };

/** Loads the native build of a folder, that of this package unless given. Never throws. */
export function loadNative(folder: string = buildFolder): NativeLoad {
  const file = join(folder, 'kernels.node');
  if (!existsSync(file)) return { kind: 'absent' };
  try {
    const stamp = sourceStamp();
    const record = JSON.parse(readFileSync(join(folder, 'kernels.json'), 'utf8')) as Partial<BuildRecord>;
    const reason = misfitOf(record, recordOf(readFileSync(file), stamp));
    if (reason !== undefined) return { kind: 'unusable', reason };
    const addon = createRequire(import.meta.url)(file) as NativeAddon;
    if (addon.stamp !== stamp)
      return { kind: 'unusable', reason: 'It was built from another version of its sources.' };
    const [best, ...others] = addon.sets;
    if (best === undefined) return { kind: 'unusable', reason: 'It has no kernels for this processor.' };
    return { kind: 'ready', sets: [best, ...others] };
  } catch (error) {
    const [line = ''] = error instanceof Error ? error.message.split('\n') : [];
    return { kind: 'unusable', reason: `It cannot be loaded: ${line}.` };
  }
}
