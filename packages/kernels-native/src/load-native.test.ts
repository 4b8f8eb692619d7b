import { cpSync, existsSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildFolder } from './build-folder.ts';
import { type BuildRecord, recordOf } from './build-record.ts';
import { loadNative } from './load-native.ts';
import { nativeNames } from './native-functions.ts';
import { sourceStamp } from './source-stamp.ts';

const native = process.env.BITFRONT_TEST_NATIVE ?? buildFolder;

/** A build of these bytes whose record is as it should be but for some fields. */
function build(bytes: Uint8Array, wrong: Partial<BuildRecord> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'bitfront-native-'));
  writeFileSync(join(folder, 'kernels.node'), bytes);
  writeFileSync(
    join(folder, 'kernels.json'),
    JSON.stringify({ ...recordOf(bytes, sourceStamp()), ...wrong }),
  );
  return folder;
}

const garbage = Buffer.from('no addon at all');

describe('a native build is not used', () => {
  test('where there is none', () => {
    expect(loadNative(mkdtempSync(join(tmpdir(), 'bitfront-native-')))).toEqual({ kind: 'absent' });
  });

  test.each<[string, Partial<BuildRecord>, string]>([
    ['of another platform', { platform: 'aix' }, `It was built for aix ${process.arch}, and this is`],
    ['of another processor', { arch: 'mips' }, `It was built for ${process.platform} mips, and this is`],
    ['of other sources', { stamp: '0123456789abcdef' }, 'It was built from another version of its sources.'],
    ['with other bytes', { sha256: '00' }, 'Its file was changed or damaged after the build.'],
    ['that is no addon', {}, 'It cannot be loaded: '],
  ])('%s', (_, wrong, reason) => {
    const load = loadNative(build(garbage, wrong));
    expect(load).toEqual({ kind: 'unusable', reason: expect.stringContaining(reason) });
    expect(JSON.stringify(load)).not.toContain('\\n');
  });

  test('without its record, and with one that is no JSON', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bitfront-native-'));
    writeFileSync(join(folder, 'kernels.node'), garbage);
    expect(loadNative(folder)).toMatchObject({ kind: 'unusable' });
    writeFileSync(join(folder, 'kernels.json'), '{');
    expect(loadNative(folder)).toMatchObject({ kind: 'unusable' });
  });
});

describe.skipIf(!existsSync(join(native, 'kernels.node')))('needs a native build: it', () => {
  test('is loaded with all its functions', () => {
    const load = loadNative(native);
    if (load.kind !== 'ready') expect.fail(JSON.stringify(load));
    for (const set of load.sets) for (const name of nativeNames) expect(set[name]).toBeTypeOf('function');
  });

  test('is refused, not loaded, when its file is cut off', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bitfront-native-'));
    cpSync(native, folder, { recursive: true });
    truncateSync(join(folder, 'kernels.node'), 4096);
    const reason = 'Its file was changed or damaged after the build.';
    expect(loadNative(folder)).toEqual({ kind: 'unusable', reason });
  });

  test('is refused where its own stamp is another one, whatever the record says', () => {
    const stamp = sourceStamp();
    const bytes = readFileSync(join(native, 'kernels.node'));
    bytes.write('0'.repeat(stamp.length), bytes.indexOf(stamp), 'latin1');
    const reason = 'It was built from another version of its sources.';
    expect(loadNative(build(bytes))).toEqual({ kind: 'unusable', reason });
  });

  test('throws where WebAssembly would trap: operands outside the memory, or too few', () => {
    const load = loadNative(native);
    if (load.kind !== 'ready') expect.fail(JSON.stringify(load));
    const buffer = new ArrayBuffer(4096);
    const [{ productXnor, productRealSign }] = load.sets;
    expect(() => productXnor(buffer, 0, 2, 4080, 2, 16, 100, 1024, 128)).toThrow(RangeError);
    expect(() => productXnor(buffer, 0, 2, -16, 2, 16, 100, 1024, 128)).toThrow(RangeError);
    expect(() => productRealSign(buffer, 0)).toThrow(TypeError);
    expect(() => productXnor(buffer, 0, 2, 64, 2, 16, Number.NaN, 1024, 128)).toThrow(TypeError);
    productXnor(buffer, 0, 2, 64, 2, 16, 100, 1024, 128);
    expect([...new Int32Array(buffer, 1024, 3)]).toEqual([100, 100, 0]);
  });
});
