import { bitfrontError } from '@bitfront/errors';
import { unpackTar } from 'modern-tar';

/** The files of a tar archive by their path below its first folder. @throws DATASET_FORMAT_INVALID */
export async function unpackArchive(
  bytes: Uint8Array,
  file: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  try {
    const entries = await unpackTar(bytes, { strict: true });
    return new Map(
      entries.flatMap(({ header, data }) =>
        data === undefined ? [] : [[header.name.split('/').slice(1).join('/'), data]],
      ),
    );
  } catch (cause) {
    const reason = `It cannot be unpacked (${cause instanceof Error ? cause.message : String(cause)}).`;
    throw bitfrontError('DATASET_FORMAT_INVALID', { file, format: 'tar', reason }, { cause });
  }
}
