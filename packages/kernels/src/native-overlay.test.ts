import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createKernels } from './create-kernels.ts';

const built = fileURLToPath(new URL('../dist/index.js', import.meta.url));

/** A folder with a file that claims to be a native build and is none. */
function brokenBuild(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bitfront-native-'));
  writeFileSync(join(folder, 'kernels.node'), 'no addon');
  writeFileSync(join(folder, 'kernels.json'), '{"platform":"sunos","arch":"sparc"}');
  return folder;
}

/** 1 - 2 + 3 in a fresh process: in the main thread, twice, and in two workers. */
const script = (nativeFolder: string) => `
import { isMainThread, Worker } from 'node:worker_threads';
const { createKernels } = await import(${JSON.stringify(built)});
for (let i = 0; i < 2; i++) {
  const { arena, processor, productRealSign } = createKernels(${JSON.stringify({ nativeFolder })});
  const signs = arena.bits(1, 3);
  signs.row(0)[0] = 0b101;
  const x = arena.f32(3, 1);
  [1, 2, 3].forEach((value, row) => x.row(row).set([value]));
  const out = arena.f32(1, 1);
  productRealSign(signs, x, out);
  process.stdout.write(processor + ' ' + out.row(0)[0] + '\\n');
}
if (isMainThread) for (let i = 0; i < 2; i++) new Worker(process.argv[1]);
`;

function run(nativeFolder: string) {
  const file = join(mkdtempSync(join(tmpdir(), 'bitfront-native-')), 'run.mjs');
  writeFileSync(file, script(nativeFolder));
  return spawnSync(process.execPath, [file], { encoding: 'utf8' });
}

test('a native build that does not fit is said once per process, and WebAssembly computes', () => {
  const folder = brokenBuild();
  const { stdout, stderr, status } = run(folder);
  expect(status).toBe(0);
  expect(stdout).toBe('wasm 2\n'.repeat(6));
  expect(stderr.split('\n')).toEqual([
    `notice: The native kernels in ${folder} cannot be used. It was built for sunos sparc, and this is ${process.platform} ${process.arch}. WebAssembly computes the same, more slowly; build them again with \`npm run build:native\`, or delete the folder.`,
    '',
  ]);
});

test('no native build is nothing to speak of', () => {
  const { stdout, stderr } = run(join(tmpdir(), 'bitfront-no-such-build'));
  expect(stdout).toBe('wasm 2\n'.repeat(6));
  expect(stderr).toBe('');
});

test('WebAssembly is taken where it is asked for, and a native build insisted on is refused with the reason', () => {
  const nativeFolder = brokenBuild();
  expect(createKernels({ backend: 'wasm', nativeFolder }).processor).toBe('wasm');
  const problem = { code: 'KERNEL_NATIVE_UNUSABLE', why: expect.stringContaining('sunos') };
  expect(() => createKernels({ backend: 'native', nativeFolder })).toThrow(expect.objectContaining(problem));
  const missing = { code: 'KERNEL_NATIVE_UNUSABLE', why: 'Nobody built them.' };
  expect(() => createKernels({ backend: 'avx2', nativeFolder: tmpdir() })).toThrow(
    expect.objectContaining(missing),
  );
});
