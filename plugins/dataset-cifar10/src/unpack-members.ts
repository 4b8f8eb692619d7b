import { readFileSync } from 'node:fs';
import { basename } from 'node:path/posix';
import { gunzipped } from '@bitfront/idx';
import { bitfrontError } from '@bitfront/errors';
import { unpackTar } from 'modern-tar';

/**
 * Some files of a gzipped tar archive, by name without folders.
 * @throws DATASET_FORMAT_INVALID for a broken archive, DATASET_MEMBER_MISSING
 */
export async function unpackMembers(
  plugin: string,
  path: string,
  names: readonly string[],
  remedy: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const seen: string[] = [];
  const entries = await unpacked(path, (name) => {
    seen.push(name);
    return names.includes(basename(name));
  });
  const missing = names.find((name) => !entries.has(name));
  if (missing === undefined) return entries;
  const members = seen.length > 0 ? seen : ['nothing'];
  throw bitfrontError('DATASET_MEMBER_MISSING', { plugin, file: path, member: missing, members, remedy });
}

async function unpacked(
  path: string,
  wanted: (name: string) => boolean,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const bytes = gunzipped(readFileSync(path), path);
  try {
    const options = { strict: true, filter: ({ name }: { readonly name: string }) => wanted(name) };
    const entries = await unpackTar(bytes, options);
    return new Map(entries.flatMap(({ header, data }) => (data ? [[basename(header.name), data]] : [])));
  } catch (cause) {
    const reason = `It cannot be unpacked (${cause instanceof Error ? cause.message : String(cause)}).`;
    throw bitfrontError('DATASET_FORMAT_INVALID', { file: path, format: 'tar', reason }, { cause });
  }
}
