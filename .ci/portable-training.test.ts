import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const script = join(import.meta.dirname, 'train-hash.mjs');
const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/** Hash of what one full MNIST epoch gives, in a fresh process. */
function trainHash(threads: number, version?: string): string {
  const node = version === undefined ? [process.execPath] : other(version);
  const [command = '', ...words] = [...node, script, String(threads)];
  const { status, stdout, stderr } = spawnSync(command, words, { encoding: 'utf8' });
  expect(stderr.replaceAll(/^npm .*\n/gm, '')).toBe('');
  expect(status).toBe(0);
  return stdout.trim();
}

/** Another Node, brought from the npm registry as a plain binary. */
function other(version: string): readonly string[] {
  return ['npx', '--yes', `--package=node-${platform}@${version}`, '--', 'node'];
}

describe('one full MNIST epoch', () => {
  it('gives the same weights and thresholds on 1 and 2 threads and under Node 22, 24 and 26', () => {
    const here = trainHash(0);
    expect(here).toMatch(/^[0-9a-f]{64}$/);
    expect(trainHash(1)).toBe(here);
    expect(trainHash(2)).toBe(here);
    expect(trainHash(1, '22.23.3')).toBe(here);
    expect(trainHash(1, '26.10.0')).toBe(here);
  }, 600_000);
});
