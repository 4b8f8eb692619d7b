// Finds Node 24, or brings it from the npm registry. Plain JavaScript for Node 20 and later, without dependencies.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fail } from './steps.js';

const wantedMajor = 24;
const version = '24.21.0';

/** SHA-256 of the binary inside `node-<platform>-<arch>@24.21.0`, so that nothing else is ever run. */
const binaries = {
  'linux-x64': '7fde7b8afa198da66257f42ee2001d874c7355631e6d1579a5fb5ef1f246df4c',
  'linux-arm64': '0f8949d1028f6d61506b2d5bc57e7e6fe893d7b1997509b7847294fc9c616584',
  'win-x64': 'ba4e6d110e8c1592a1ecd390f6b05f3da124b13871a5be62b341a07a853c6c32',
};

/** Whether this very process may run Bitfront. */
export const isNode24 = Number(process.versions.node.split('.')[0]) >= wantedMajor;

/** Path of a Node of 24 or later: this one, one brought before, or one brought now. Ends the process if there is none. */
export async function bringNode24() {
  if (isNode24) return process.execPath;
  const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const sha256 = binaries[platform];
  if (sha256 === undefined) refuse(platform);
  const known = remembered();
  if (known !== undefined) return known;
  const file = fetchBinary(`node-${platform}`);
  await verify(file, sha256);
  remember(file);
  return file;
}

function refuse(platform) {
  fail(
    `Bitfront needs Node ${wantedMajor} or later; this is Node ${process.versions.node} on ${platform}.`,
    `The npm registry has no Node ${wantedMajor} binary for ${platform} that could be brought automatically.`,
    `Install Node ${wantedMajor} (\`nvm install ${wantedMajor}\`, your package manager, or nodejs.org) and run the command again.`,
  );
}

/** npx downloads and checks the package; only its folder is asked for, the binary does not run yet. */
function fetchBinary(name) {
  const windows = process.platform === 'win32';
  const show = windows ? 'where node' : 'command -v node';
  const npx = spawnSync(windows ? 'npx.cmd' : 'npx', ['--yes', `--package=${name}@${version}`, '-c', show], {
    encoding: 'utf8',
    shell: windows,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const shim = npx.stdout?.split(/\r?\n/).find((line) => line.includes('.bin'));
  if (npx.status !== 0 || shim === undefined) {
    fail(
      `Node ${wantedMajor} could not be brought from the npm registry.`,
      (npx.stderr || npx.error?.message || `npx ended with code ${npx.status}.`).trim(),
      `Check the network connection, or install Node ${wantedMajor} yourself, and run the command again.`,
    );
  }
  return join(dirname(shim.trim()), '..', name, 'bin', windows ? 'node.exe' : 'node');
}

async function verify(file, expected) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  const actual = hash.digest('hex');
  if (actual === expected) return;
  fail(
    `The Node binary at ${file} is not the one that Bitfront was tested with.`,
    `Its SHA-256 is ${actual}, not ${expected}.`,
    `Run \`npm cache clean --force\` and try again, or install Node ${wantedMajor} yourself.`,
  );
}

/** The binary verified earlier, if its file has not been touched since. */
function remembered() {
  try {
    const { file, size, changed } = JSON.parse(readFileSync(memory(), 'utf8'));
    const now = statSync(file);
    return now.size === size && now.mtimeMs === changed ? file : undefined;
  } catch {
    return undefined;
  }
}

function remember(file) {
  try {
    const { size, mtimeMs } = statSync(file);
    mkdirSync(dirname(memory()), { recursive: true });
    writeFileSync(memory(), JSON.stringify({ file, size, changed: mtimeMs }));
  } catch {
    // Without a writable cache folder npx is simply asked again next time.
  }
}

function memory() {
  const caches =
    process.platform === 'win32'
      ? (process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'))
      : (process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'));
  return join(caches, 'bitfront', `node-${version}.json`);
}
