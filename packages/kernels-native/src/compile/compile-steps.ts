import { join } from 'node:path';

/** Floats must round after every operation as in WebAssembly: no contraction to fused multiply-add, no fast math. */
const common = [
  '-std=c++17',
  '-O3',
  '-fPIC',
  '-ffp-contract=off',
  '-fno-exceptions',
  '-fno-rtti',
  '-fvisibility=hidden',
  '-w',
];
const avx512 = ['-mavx512f', '-mavx512bw', '-mavx512vl', '-mavx512dq'];

/** The sets of kernels of a processor family, by Node's name for it; which of them run is decided when loading. */
const kernelsOf: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  x64: {
    kernelsAvx512Vpopcntdq: [...avx512, '-mavx512vpopcntdq', '-DBITFRONT_PROCESSOR="avx512-vpopcntdq"'],
    kernelsAvx512: [...avx512, '-DBITFRONT_PROCESSOR="avx512"'],
    kernelsAvx2: ['-mavx2', '-DBITFRONT_PROCESSOR="avx2"'],
  },
  arm64: { kernelsNeon: ['-DBITFRONT_PROCESSOR="neon"'] },
};

export interface Build {
  readonly arch: string;
  readonly platform: string;
  /** The folder of kernels.cc. */
  readonly sources: string;
  /** The folder of node_api.h. */
  readonly headers: string;
  /** Where object files and kernels.node go. */
  readonly folder: string;
  readonly stamp: string;
}

/** The compiler's parameters: one list per object file, which may run side by side, and those that link the objects. */
export function compileSteps(build: Build) {
  const { sources, headers, folder, stamp } = build;
  const objects = Object.entries(kernelsOf[build.arch] ?? {}).map(([name, flags]) => ({
    file: join(folder, `${name}.o`),
    from: [...flags, `-DBITFRONT_KERNELS=${name}`, '-c', join(sources, 'kernels.cc')],
  }));
  const addon = {
    file: join(folder, 'addon.o'),
    from: [`-I${headers}`, `-DBITFRONT_STAMP="${stamp}"`, '-c', join(sources, 'addon.cc')],
  };
  const all = [...objects, addon];
  const how = build.platform === 'darwin' ? ['-bundle', '-undefined', 'dynamic_lookup'] : ['-shared'];
  return {
    compile: all.map(({ file, from }) => [...common, ...from, '-o', file]),
    objects: all.map(({ file }) => file),
    link: [...how, ...all.map(({ file }) => file), '-o', join(folder, 'kernels.node')],
  };
}
