import { createHash } from 'node:crypto';

/** What a build says about itself in kernels.json beside kernels.node, so that it is judged before it is loaded. */
export interface BuildRecord {
  readonly platform: string;
  readonly arch: string;
  /** Of the sources. */
  readonly stamp: string;
  /** SHA-256 of kernels.node: loading a file that was cut off can end the process. */
  readonly sha256: string;
}

export function recordOf(addon: Uint8Array, stamp: string): BuildRecord {
  const { platform, arch } = process;
  return { platform, arch, stamp, sha256: createHash('sha256').update(addon).digest('hex') };
}

/** Why a build with this record does not fit here, or nothing. */
export function misfitOf(found: Partial<BuildRecord>, expected: BuildRecord): string | undefined {
  const { platform, arch, stamp, sha256 } = expected;
  if (found.platform !== platform || found.arch !== arch)
    return `It was built for ${found.platform} ${found.arch}, and this is ${platform} ${arch}.`;
  if (found.stamp !== stamp) return 'It was built from another version of its sources.';
  return found.sha256 === sha256 ? undefined : 'Its file was changed or damaged after the build.';
}
