import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bitfrontError } from '@bitfront/errors';
import { buildFolder, sourceFolder } from '../build-folder.ts';
import { recordOf } from '../build-record.ts';
import { sourceStamp } from '../source-stamp.ts';
import { compileSteps } from './compile-steps.ts';
import { findCompiler } from './find-compiler.ts';
import { findHeaders } from './find-headers.ts';

/** Compiles the addon into a folder. Throws KERNEL_COMPILER_MISSING and KERNEL_BUILD_FAILED. */
export async function buildNative(folder: string = buildFolder): Promise<void> {
  const { platform, arch } = process;
  const compiler = findCompiler();
  const known = platform !== 'win32' && (arch === 'x64' || arch === 'arm64');
  if (compiler === undefined || !known) throw bitfrontError('KERNEL_COMPILER_MISSING', { platform, arch });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const stamp = sourceStamp();
  const headers = findHeaders();
  const steps = compileSteps({ platform, arch, sources: sourceFolder, headers, folder, stamp });
  await Promise.all(steps.compile.map((parameters) => compile(compiler, parameters)));
  await compile(compiler, steps.link);
  for (const object of steps.objects) rmSync(object);
  const record = recordOf(readFileSync(join(folder, 'kernels.node')), stamp);
  writeFileSync(join(folder, 'kernels.json'), `${JSON.stringify(record, undefined, 2)}\n`);
}

async function compile(compiler: string, parameters: readonly string[]): Promise<void> {
  const child = spawn(compiler, parameters, { stdio: ['ignore', 'ignore', 'pipe'] });
  const said: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const code = await new Promise((resolve) => child.on('error', () => resolve(1)).on('close', resolve));
  if (code === 0) return;
  const problem = Buffer.concat(said).toString('utf8').trim().split('\n').slice(0, 5).join('\n');
  throw bitfrontError('KERNEL_BUILD_FAILED', { compiler, problem });
}
