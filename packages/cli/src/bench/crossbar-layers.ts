import type { LayerShape } from '@bitfront/core';

const square = (size: number) => ({ height: size, width: size });

/** A 3 × 3 convolution that keeps the map. */
function convolution(channels: number, outputs: number, size: number, pools: boolean): LayerShape {
  return {
    kind: 'convolution',
    input: { channels, ...square(size) },
    outputs,
    kernel: square(3),
    stride: square(1),
    padding: square(1),
    ...(pools && { pool: { size: square(2), stride: square(2) } }),
  };
}

/** VGG8 as NeuroSim runs it on CIFAR-10: 128-128-P-256-256-P-512-512-P-1024-10. */
export const vgg8: readonly LayerShape[] = [
  convolution(3, 128, 32, false),
  convolution(128, 128, 32, true),
  convolution(128, 256, 16, false),
  convolution(256, 256, 16, true),
  convolution(256, 512, 8, false),
  convolution(512, 512, 8, true),
  { kind: 'dense', inputs: 8192, outputs: 1024 },
  { kind: 'dense', inputs: 1024, outputs: 10 },
];

/** Convolutions of 3 to 512 channels on maps of 7 to 224 pixels, no two neighbours alike. */
export function manyLayers(count: number): readonly LayerShape[] {
  return Array.from({ length: count }, (_, at) =>
    convolution(3 + ((at * 37) % 510), 16 + ((at * 53) % 497), 7 + ((at * 11) % 218), false),
  );
}
