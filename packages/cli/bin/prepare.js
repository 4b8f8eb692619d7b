// Makes a checkout ready to run: Node 24, installed packages, built rooms. Quick when nothing changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { bringNode24 } from './node24.js';
import { quietly, step } from './steps.js';

const pnpm = 'pnpm@10.34.8';
const installStamp = 'node_modules/.bitfront-install';
const buildStamp = '.nx/bitfront-build';

export const root = join(import.meta.dirname, '..', '..', '..');

/** Whether this package lies in a checkout; an installed one is built already. */
export const inCheckout = existsSync(join(root, 'pnpm-workspace.yaml'));

/** Path of Node 24 and the environment to run it in, after installing and building what is out of date. */
export async function prepare(stream = process.stdout) {
  let node = process.execPath;
  await step(
    'Node 24',
    async () => {
      node = await bringNode24();
      return node === process.execPath ? process.versions.node : 'brought';
    },
    stream,
  );
  const environment = environmentFor(node);
  await step('packages', () => install(environment), stream);
  await step('build', () => build(node, environment), stream);
  return { node, environment };
}

/** Node 24 first on the path; Nx without daemon, cloud and questions. */
function environmentFor(node) {
  return {
    ...process.env,
    PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
    NX_DAEMON: 'false',
    NX_NO_CLOUD: 'true',
    NX_TUI: 'false',
  };
}

/** The same with pnpm on the path: Nx asks for its version, and complains on stderr where there is none. */
export function withPnpm(environment) {
  const windows = process.platform === 'win32';
  const show = windows ? 'where pnpm' : 'command -v pnpm';
  const { status, stdout } = spawnSync(
    windows ? 'npx.cmd' : 'npx',
    ['--yes', `--package=${pnpm}`, '-c', show],
    {
      encoding: 'utf8',
      env: environment,
      shell: windows,
    },
  );
  const [file = ''] = status === 0 ? stdout.trim().split(/\r?\n/) : [];
  return file === ''
    ? environment
    : { ...environment, PATH: `${environment.PATH}${delimiter}${dirname(file)}` };
}

async function install(environment) {
  const wanted = hashOf([...rooms().map((room) => `${room}/package.json`), 'package.json', 'pnpm-lock.yaml']);
  if (stampOf(installStamp) === wanted) return 'up to date';
  const windows = process.platform === 'win32';
  const how = ['--yes', pnpm, 'install', '--frozen-lockfile', '--config.confirmModulesPurge=false'];
  await quietly(windows ? 'npx.cmd' : 'npx', how, { cwd: root, env: environment, shell: windows });
  writeFileSync(join(root, installStamp), wanted);
  return 'installed';
}

async function build(node, environment) {
  const wanted = sourcesHash();
  const built = rooms().every(
    (room) => existsSync(join(root, room, 'dist')) || !existsSync(join(root, room, 'src')),
  );
  if (built && stampOf(buildStamp) === wanted) return 'up to date';
  const nx = join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  await quietly(node, [nx, 'run-many', '-t', 'build', '--output-style=static'], {
    cwd: root,
    env: environment,
  });
  mkdirSync(join(root, '.nx'), { recursive: true });
  writeFileSync(join(root, buildStamp), wanted);
  return 'built';
}

/** Folders of all packages, plugins and the pipelines: what has a manifest. */
function rooms() {
  const below = ['packages', 'plugins'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
  );
  return [...below, 'pipelines'].filter((room) => existsSync(join(root, room, 'package.json'))).sort();
}

/** Changes when a source is touched: Nx is asked only then, and decides by content. */
function sourcesHash() {
  const lines = [...rooms().flatMap(filesBelow), 'tsconfig.base.json', 'nx.json', 'pnpm-lock.yaml'].map(
    (file) => {
      const { size, mtimeMs } = statSync(join(root, file));
      return `${file} ${size} ${mtimeMs}`;
    },
  );
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

function filesBelow(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'dist', 'build'].includes(entry.name) || entry.name.includes('.test')) return [];
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function stampOf(file) {
  const path = join(root, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
