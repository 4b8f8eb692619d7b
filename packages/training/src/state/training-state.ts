import type { EpochLog } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';
import type { Trainee } from '../steps/trainee.ts';

/** How far a training is: what its next epoch depends on, besides the task and the random numbers. */
export interface TrainingState {
  /** Epochs done. */
  readonly epoch: number;
  /** The order of the examples in the last epoch, which the next one shuffles on. */
  readonly order: Uint32Array;
  readonly log: readonly EpochLog[];
}

/** Everything learnt and the state, as bytes: a line of JSON, then the order, then values and moments. */
export function writeState(trainee: Trainee, state: TrainingState): Uint8Array<ArrayBuffer> {
  const header = { layers: shapesOf(trainee), epoch: state.epoch, log: state.log };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const arrays = [state.order, ...learntViews(trainee)];
  const size = arrays.reduce((sum, { byteLength }) => sum + byteLength, 4 + text.length);
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  let at = 4 + text.length;
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += array.byteLength;
  }
  return bytes;
}

/**
 * Takes up a state: fills everything learnt, and the signs.
 * @throws NETWORK_CHECKPOINT_MISMATCH if it is that of another network
 */
export function readState(trainee: Trainee, bytes: Uint8Array): TrainingState {
  const refuse = (): never => {
    throw bitfrontError('NETWORK_CHECKPOINT_MISMATCH', { bytes: bytes.length });
  };
  if (bytes.length < 4) refuse();
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const header = headerOf(bytes.subarray(4, 4 + length)) ?? refuse();
  const order = new Uint32Array(trainee.examples);
  const arrays = [order, ...learntViews(trainee)];
  const size = arrays.reduce((sum, { byteLength }) => sum + byteLength, 4 + length);
  if (JSON.stringify(header.layers) !== JSON.stringify(shapesOf(trainee)) || size !== bytes.length) refuse();
  let at = 4 + length;
  for (const array of arrays) {
    new Uint8Array(array.buffer, array.byteOffset, array.byteLength).set(
      bytes.subarray(at, at + array.byteLength),
    );
    at += array.byteLength;
  }
  for (const { latent, signs } of trainee.layers) trainee.kernels.signBits(latent.values, signs);
  return { epoch: header.epoch, log: header.log, order };
}

interface Header {
  readonly layers: unknown;
  readonly epoch: number;
  readonly log: readonly EpochLog[];
}

function headerOf(text: Uint8Array): Header | undefined {
  try {
    return JSON.parse(new TextDecoder().decode(text)) as Header;
  } catch {
    return undefined;
  }
}

function shapesOf({ layers }: Trainee) {
  return layers.map(({ shape }) => shape);
}

function learntViews({ learnt }: Trainee): readonly Float32Array[] {
  return learnt.flatMap(({ values, firstMoment, secondMoment }) => [
    values.view,
    firstMoment.view,
    secondMoment.view,
  ]);
}
