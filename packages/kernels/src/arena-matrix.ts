import { bitBlock, byteBlock, laneBlock, type Matrix } from './matrix.ts';
import type { WasmMemory } from './webassembly.ts';

interface Views {
  readonly f32: Float32Array<ArrayBuffer>;
  readonly i32: Int32Array<ArrayBuffer>;
  readonly i16: Int16Array<ArrayBuffer>;
  readonly bits: Uint32Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const viewTypes = {
  f32: Float32Array,
  i32: Int32Array,
  i16: Int16Array,
  bits: Uint32Array,
  bytes: Uint8Array,
} as const;

/** A matrix at a fixed offset of a memory that may grow: its view is made again whenever the buffer changed. */
export class ArenaMatrix<Kind extends keyof Views> {
  readonly kind: Kind;
  readonly byteOffset: number;
  readonly byteLength: number;
  readonly rows: number;
  readonly columns: number;
  /** Elements of the view from one row to the next. */
  readonly stride: number;
  readonly #memory: WasmMemory;
  readonly #origin: { readonly released: boolean } | undefined;
  #released = false;
  #view: Views[Kind] | undefined;

  constructor(
    kind: Kind,
    memory: WasmMemory,
    byteOffset: number,
    rows: number,
    columns: number,
    origin?: { readonly released: boolean },
  ) {
    this.kind = kind;
    this.#memory = memory;
    this.byteOffset = byteOffset;
    this.rows = rows;
    this.columns = columns;
    this.stride = strideOf(kind, columns);
    this.byteLength = rows * rowBytesOf(kind, columns);
    this.#origin = origin;
  }

  /** Given back to the arena, itself or the matrix whose memory it shows. */
  get released(): boolean {
    return this.#released || (this.#origin?.released ?? false);
  }

  set released(value: boolean) {
    this.#released = value;
  }

  get wordsPerRow(): number {
    return this.stride;
  }

  get view(): Views[Kind] {
    const buffer = this.#memory.buffer;
    if (this.#view?.buffer === buffer) return this.#view;
    const view = new viewTypes[this.kind](buffer, this.byteOffset, this.rows * this.stride) as Views[Kind];
    this.#view = view;
    return view;
  }

  row(r: number): Views[Kind] {
    const length = this.kind === 'bits' ? Math.ceil(this.columns / 32) : this.columns;
    return this.view.subarray(r * this.stride, r * this.stride + length) as Views[Kind];
  }
}

/** Bytes of one padded row. */
export function rowBytesOf(kind: Matrix['kind'], columns: number): number {
  return strideOf(kind, columns) * viewTypes[kind].BYTES_PER_ELEMENT;
}

function strideOf(kind: Matrix['kind'], columns: number): number {
  if (kind === 'bits') return Math.ceil(columns / bitBlock) * (bitBlock / 32);
  const block = kind === 'bytes' ? byteBlock : laneBlock;
  return Math.ceil(columns / block) * block;
}
