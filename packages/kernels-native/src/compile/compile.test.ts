import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileSteps } from './compile-steps.ts';
import { findCompiler } from './find-compiler.ts';
import { findHeaders } from './find-headers.ts';

const build = { sources: '/native', headers: '/headers', folder: '/build', stamp: 'abc' };

test('each processor family has its sets of kernels, all compiled without contraction or fast math', () => {
  const x64 = compileSteps({ ...build, platform: 'linux', arch: 'x64' });
  expect(x64.objects.map((file) => file.slice('/build/'.length))).toEqual([
    'kernelsAvx512Vpopcntdq.o',
    'kernelsAvx512.o',
    'kernelsAvx2.o',
    'addon.o',
  ]);
  for (const parameters of x64.compile) {
    expect(parameters).toContain('-ffp-contract=off');
    expect(parameters.join(' ')).not.toMatch(/fast|march|mfma/);
  }
  const arm64 = compileSteps({ ...build, platform: 'darwin', arch: 'arm64' });
  expect(arm64.objects).toEqual(['/build/kernelsNeon.o', '/build/addon.o']);
  expect(arm64.link.slice(0, 3)).toEqual(['-bundle', '-undefined', 'dynamic_lookup']);
});

test('the headers are found beside Node, else in the package', () => {
  for (const node of [process.execPath, '/no/such/bin/node'])
    expect(existsSync(join(findHeaders(node), 'node_api.h'))).toBe(true);
});

test('a compiler that is not there is not found', () => {
  expect(findCompiler('no-such-compiler')).toBeUndefined();
});
