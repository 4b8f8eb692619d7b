import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bitfrontError } from '@bitfront/errors';
import openModule from '@jsquash/jpeg/codec/dec/mozjpeg_dec.js';

/** @returns [3 × side × side], red, green, blue; a grey picture has them equal. */
export type Decoder = (jpeg: Uint8Array, name: string, side: number) => Uint8Array;

/**
 * The JPEG decoder of MozJPEG (libjpeg-turbo) as WebAssembly: the same pixels on every machine, and those of the usual
 * Python libraries. The decoder throws DATASET_FORMAT_INVALID.
 */
export async function openDecoder(): Promise<Decoder> {
  const binary = fileURLToPath(import.meta.resolve('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'));
  const compiled = new webAssembly.Module(await readFile(binary));
  let said = '';
  const { decode } = await open({
    printErr: (line) => {
      said = line;
    },
    noInitialRun: true,
    instantiateWasm(imports, use) {
      const instance = new webAssembly.Instance(compiled, imports);
      use(instance);
      return instance.exports;
    },
  });
  return (jpeg, name, side) => {
    const picture = decoded(
      () => decode(jpeg, false),
      name,
      () => said,
    );
    const { width, height, data } = picture;
    if (width !== side || height !== side)
      throw invalid(name, `It has ${width} x ${height} pixels, not ${side} x ${side}.`);
    return planes(data);
  };
}

/** What the decoder calls `ImageData`: four bytes a pixel, the last one its opacity. */
interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

interface Instance {
  readonly exports: object;
}

/** The part of WebAssembly that is used here; TypeScript declares it only together with a browser's globals. */
const { WebAssembly: webAssembly } = globalThis as unknown as {
  readonly WebAssembly: {
    readonly Module: new (bytes: Uint8Array) => object;
    readonly Instance: new (module: object, imports: object) => Instance;
  };
};

/** The codec's own types need a browser's globals too. */
const open = openModule as unknown as (settings: {
  readonly noInitialRun: boolean;
  readonly printErr: (line: string) => void;
  readonly instantiateWasm: (imports: object, use: (instance: Instance) => void) => object;
}) => Promise<{ readonly decode: (jpeg: Uint8Array, preserveOrientation: boolean) => Picture | null }>;

/** @param said what the codec printed last */
function decoded(decode: () => Picture | null, name: string, said: () => string): Picture {
  let picture: Picture | null = null;
  let cause: unknown;
  try {
    picture = decode();
  } catch (problem) {
    cause = problem;
  }
  if (picture === null) throw invalid(name, `It cannot be decoded (${said()}).`, cause);
  return picture;
}

/** One plane after the other, from pixels of four bytes. */
function planes(data: Uint8ClampedArray): Uint8Array {
  const pixels = data.length / 4;
  const values = new Uint8Array(3 * pixels);
  for (let channel = 0; channel < 3; channel++)
    for (let pixel = 0; pixel < pixels; pixel++)
      values[channel * pixels + pixel] = data[4 * pixel + channel] ?? 0;
  return values;
}

function invalid(file: string, reason: string, cause?: unknown) {
  return bitfrontError('DATASET_FORMAT_INVALID', { file, format: 'JPEG', reason }, { cause });
}
