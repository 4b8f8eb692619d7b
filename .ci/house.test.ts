import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRooms, root } from './rooms.ts';

const mostLines = 250;
const rooms = readRooms();
const buildable = rooms.filter(({ path }) => existsSync(join(root, path, 'src')));

interface Tsconfig {
  readonly references?: readonly { readonly path: string }[];
}

describe('every room', () => {
  it.each(buildable.map((room) => [room.path, room] as const))('%s has a README and a test', (path, room) => {
    expect(existsSync(join(root, path, 'README.md')), 'README.md').toBe(true);
    expect(
      room.files.some((file) => /\.test\.ts$/.test(file.path)),
      'a test',
    ).toBe(true);
  });

  it.each(buildable.map((room) => [room.path, room] as const))('%s is named after its folder', (_, room) => {
    expect(room.manifest.name).toBe(`@bitfront/${room.name}`);
    expect(room.manifest.version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it.each(buildable.map((room) => [room.path, room] as const))(
    '%s refers to exactly the rooms it depends on',
    (path, room) => {
      const { dependencies = {}, devDependencies = {}, peerDependencies = {} } = room.manifest;
      const needed = ours({ ...dependencies, ...peerDependencies });
      const tsconfig = JSON.parse(readFileSync(join(root, path, 'tsconfig.json'), 'utf8')) as Tsconfig;
      const referred = (tsconfig.references ?? []).map((one) => `@bitfront/${one.path.split('/').at(-1)}`);
      expect(
        needed.filter((name) => !referred.includes(name)),
        'missing references',
      ).toEqual([]);
      // What only tests import may be referred to, so that building the room builds it too.
      const allowed = [...needed, ...ours(devDependencies)];
      expect(
        referred.filter((name) => !allowed.includes(name)),
        'references without dependency',
      ).toEqual([]);
    },
  );

  it('pins the exact version of everything that is not ours', () => {
    const loose = rooms.flatMap(({ path, manifest }) =>
      Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
        .filter(([name, version]) =>
          name.startsWith('@bitfront/') ? version !== 'workspace:*' : !/^\d+\.\d+\.\d+$/.test(version),
        )
        .map(([name, version]) => `${path}: ${name} ${version}`),
    );
    expect(loose).toEqual([]);
  });

  it(`has no source file of more than ${mostLines} lines`, () => {
    const long = rooms.flatMap(({ files }) =>
      files
        .filter(({ text }) => text.split('\n').length - 1 > mostLines)
        .map(({ path, text }) => `${path}: ${text.split('\n').length - 1}`),
    );
    expect(long).toEqual([]);
  });

  it('keeps folders at most two levels below src', () => {
    const deep = rooms
      .flatMap(({ files }) => files.map(({ path }) => path))
      .filter((path) => (path.split('/src/')[1]?.split('/').length ?? 0) > 3);
    expect(deep).toEqual([]);
  });
});

describe('plugins', () => {
  const plugins = rooms.filter(({ path }) => path.startsWith('plugins/'));

  it.each(plugins.map(({ path, name }) => [path, name] as const))(
    '%s exports one plugin of its own name as default',
    async (path, name) => {
      const { default: plugin } = (await import(join(root, path, 'dist', 'index.js'))) as {
        default: { name: string; version: number };
      };
      expect(plugin.name).toBe(name);
      expect(Number.isInteger(plugin.version) && plugin.version >= 1).toBe(true);
    },
  );

  it.each(plugins.filter(({ name }) => name.startsWith('device-')).map((room) => [room.path, room] as const))(
    '%s is one file of at most 60 lines',
    (_, { files }) => {
      const own = files.filter(({ path, isTest }) => !isTest && !path.endsWith('/index.ts'));
      expect(own.map(({ path }) => path)).toHaveLength(1);
      expect(own[0]?.text.split('\n').length).toBeLessThanOrEqual(61);
    },
  );
});

function ours(dependencies: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(dependencies).filter((name) => name.startsWith('@bitfront/'));
}
