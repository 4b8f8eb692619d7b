import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFlags } from './node-flags.js';

const read = (...path: readonly string[]): string => readFileSync(join(import.meta.dirname, ...path), 'utf8');
const flags = nodeFlags.join(' ');

describe('the flags that Node is started with', () => {
  it('stand in the first line of the command', () => {
    expect(read('run.js').split('\n')[0]).toBe(`#!/usr/bin/env -S node ${flags}`);
  });

  it('stand in the script of the workspace', () => {
    const { scripts } = JSON.parse(read('..', '..', '..', 'package.json')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    expect(scripts.bitfront).toBe(`node ${flags} packages/cli/bin/run.js`);
  });
});
