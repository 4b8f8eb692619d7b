import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findPlugin, installedPlugins } from './find-plugin.ts';

let folder = '';
let other = '';

const write = (path: string, content: string) => {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
};
const install = (name: string) => {
  const at = join(folder, 'node_modules', name);
  write(
    join(at, 'package.json'),
    JSON.stringify({ name, version: '1.0.0', exports: { '.': { default: './main.js' } } }),
  );
  write(join(at, 'main.js'), 'export default {};\n');
};

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'bitfront-find-')));
  other = realpathSync(mkdtempSync(join(tmpdir(), 'bitfront-other-')));
  const dependencies = {
    '@bitfront/device-a': '1',
    '@bitfront/core': '1',
    'device-b': '1',
    '@lab/device-c': '1',
    '@bitfront/sampler-x': '1',
  };
  write(join(folder, 'package.json'), JSON.stringify({ dependencies }));
  for (const name of ['@bitfront/device-a', 'device-a', 'device-b', '@lab/device-c']) install(name);
});

describe('findPlugin', () => {
  const file = (name: string) => join(folder, 'node_modules', name, 'main.js');

  it('takes names of packages only: no paths, no parts of Node', () => {
    write(join(folder, 'evil.mjs'), 'export default {};');
    for (const name of ['./evil.mjs', join(folder, 'evil.mjs'), '../evil', 'fs', 'data:text/javascript,0'])
      expect(() => findPlugin(name, [folder])).toThrow(expect.objectContaining({ code: 'PLUGIN_UNKNOWN' }));
  });

  it('takes ours first, then a package of that very name', () => {
    expect(findPlugin('device-a', [folder])).toBe(file('@bitfront/device-a'));
    expect(findPlugin('device-b', [folder])).toBe(file('device-b'));
    expect(findPlugin('@lab/device-c', [folder])).toBe(file('@lab/device-c'));
  });

  it('looks into the folders in their order, past those that have nothing', () => {
    expect(findPlugin('device-b', [other, folder])).toBe(file('device-b'));
  });

  it('names what is installed, and the nearest of it', () => {
    expect(() => findPlugin('devise-a', [folder])).toThrow(
      expect.objectContaining({
        code: 'PLUGIN_UNKNOWN',
        why: 'It is neither installed beside the pipeline nor given with --plugin. Known here: @lab/device-c, device-a, device-b, sampler-x.',
        now: expect.stringContaining('Did you mean "device-a"?'),
      }),
    );
    expect(() => findPlugin('device-a', [other])).toThrow(/Known here: none\./);
  });
});

describe('installedPlugins', () => {
  it('lists the plugins of all manifests, without our packages that are none', () => {
    expect(installedPlugins([other, folder, folder])).toEqual([
      '@lab/device-c',
      'device-a',
      'device-b',
      'sampler-x',
    ]);
  });
});
