import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'bitfront-resolution-'));
const node = promisify(execFile);
// As a user's file far from any node_modules, with types in it.
const plugin = `
import { defineStage } from '@bitfront/core';
import { erfc } from '@bitfront/math';
const value: number = erfc(0);
export default defineStage({ name: 'mine', columns: { value: { unit: '1', doc: '' } }, run: () => ({ row: { value } }) } as never);
`;

beforeAll(() => writeFileSync(join(folder, 'my-device.ts'), plugin));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(['inlineExecutor', 'piscinaExecutor'])('%s in a process of its own', (name) => {
  test('runs a TypeScript plugin outside the repository, then the process ends by itself', async () => {
    const start = performance.now();
    const { stdout } = await node(process.execPath, ['--input-type=module', '--eval', program(name, true)]);
    expect(JSON.parse(stdout)).toMatchObject([{ ok: true, artifact: { row: { value: 1 } } }]);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

test('without registration the import fails with a code', async () => {
  const { stdout } = await node(process.execPath, [
    '--input-type=module',
    '--eval',
    program('inlineExecutor', false),
  ]);
  expect(JSON.parse(stdout)).toMatchObject([{ failure: { code: 'PLUGIN_NOT_LOADED', blame: 'point' } }]);
});

/** What plugins print must not mix with the JSON on standard output. */
test('what a plugin prints in a thread goes to standard error', async () => {
  const loud = pathToFileURL(join(folder, 'loud.mjs')).href;
  writeFileSync(
    join(folder, 'loud.mjs'),
    `export default { name: 'loud', columns: {}, run: () => { console.log('hello'); return {}; } };`,
  );
  const { stdout, stderr } = await node(process.execPath, [
    '--input-type=module',
    '--eval',
    program('piscinaExecutor', false).replace(/module: "[^"]*"/, `module: ${JSON.stringify(loud)}`),
  ]);
  expect(JSON.parse(stdout)).toMatchObject([{ ok: true }]);
  expect(stderr).toContain('hello');
});

function program(executor: string, register: boolean): string {
  const module = pathToFileURL(join(folder, 'my-device.ts')).href;
  const index = new URL('../../dist/index.js', import.meta.url).href;
  return `
    import { ${executor}, registerPluginResolution } from ${JSON.stringify(index)};
    if (${register}) registerPluginResolution(${JSON.stringify(index)});
    const executor = ${executor}.open({ threads: 2 });
    const call = { plugin: 'mine', module: ${JSON.stringify(module)}, parameters: {}, inputs: {}, seed: '0', host: { dataFolders: [] } };
    console.log(JSON.stringify(await executor.run([call])));
    await executor.close();
  `;
}
