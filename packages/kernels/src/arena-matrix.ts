import { bitBlock, laneBlock, type Matrix } from './matrix.ts';
import type { WasmMemory } from './webassembly.ts';

interface Views {
  readonly f32: Float32Array<ArrayBuffer>;
  readonly i32: Int32Array<ArrayBuffer>;
  readonly bits: Uint32Array<ArrayBuffer>;
}

const viewTypes = { f32: Float32Array, i32: Int32Array, bits: Uint32Array } as const;

/** A matrix at a fixed offset of a memory that may grow: its view is made again whenever the buffer changed. */
export class ArenaMatrix<Kind extends keyof Views> {
  readonly kind: Kind;
  readonly byteOffset: number;
  readonly byteLength: number;
  readonly rows: number;
  readonly columns: number;
  /** 32-bit elements from one row to the next. */
  readonly stride: number;
  released = false;
  readonly #memory: WasmMemory;
  #view: Views[Kind] | undefined;

  constructor(kind: Kind, memory: WasmMemory, byteOffset: number, rows: number, columns: number) {
    this.kind = kind;
    this.#memory = memory;
    this.byteOffset = byteOffset;
    this.rows = rows;
    this.columns = columns;
    this.stride = strideOf(kind, columns);
    this.byteLength = rows * this.stride * 4;
  }

  get wordsPerRow(): number {
    return this.stride;
  }

  get view(): Views[Kind] {
    const buffer = this.#memory.buffer;
    if (this.#view?.buffer === buffer) return this.#view;
    const view = new viewTypes[this.kind](buffer, this.byteOffset, this.byteLength / 4) as Views[Kind];
    this.#view = view;
    return view;
  }

  row(r: number): Views[Kind] {
    const length = this.kind === 'bits' ? Math.ceil(this.columns / 32) : this.columns;
    return this.view.subarray(r * this.stride, r * this.stride + length) as Views[Kind];
  }
}

/** 32-bit elements of one padded row. */
export function strideOf(kind: Matrix['kind'], columns: number): number {
  return kind === 'bits'
    ? Math.ceil(columns / bitBlock) * (bitBlock / 32)
    : Math.ceil(columns / laneBlock) * laneBlock;
}
