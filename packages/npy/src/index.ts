export type { NpyArray, NpyType, NpyValues } from './npy-array.ts';
export { readNpy } from './read-npy.ts';
export { readNpz } from './read-npz.ts';
export { writeNpy } from './write-npy.ts';
export { writeNpz } from './write-npz.ts';
