import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentHash } from '@bitfront/core';
import { BitfrontError } from '@bitfront/errors';
import type { Check } from '../check.ts';
import type { OpenCheck } from './executor-checks.ts';
import { directly, toyCall } from './toy-call.ts';

/** Artifacts that are kept: written before the call counts as done, and read back as they were. */
export function artifactFileChecks(opened: OpenCheck): readonly Check[] {
  return [
    opened('writes the artifact before the call succeeds', (executor, demand) =>
      inFolder(async (folder) => {
        const call = toyCall('answer', 7, join(folder, 'kept'));
        const [outcome] = await executor.run([call]);
        demand(outcome?.ok === true, 'the call failed.');
        demand(existsSync(join(folder, 'kept')), 'there is no artifact file.');
        const loaded = contentHash(await executor.load(join(folder, 'kept')));
        demand(loaded === contentHash((await directly(call)).artifact), 'the file holds another artifact.');
      }),
    ),
    opened('fails a call whose artifact cannot be written', (executor, demand) =>
      inFolder(async (folder) => {
        // A file stands where the folder of the artifact would be.
        writeFileSync(join(folder, 'file'), '');
        const [outcome] = await executor.run([toyCall('answer', 8, join(folder, 'file', 'kept'))]);
        demand(outcome?.ok === false, 'the call succeeded, but its artifact was not kept.');
      }),
    ),
    opened('refuses a damaged artifact file', (executor, demand) =>
      inFolder(async (folder) => {
        writeFileSync(join(folder, 'damaged'), 'not an artifact');
        const code = await executor.load(join(folder, 'damaged')).then(
          () => 'an artifact',
          (refusal: unknown) => (refusal instanceof BitfrontError ? refusal.code : String(refusal)),
        );
        demand(code === 'ARTIFACT_DAMAGED', `it answered with ${code}.`);
      }),
    ),
  ];
}

async function inFolder(body: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bitfront-testkit-'));
  try {
    await body(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
