/** A layer as data; the same shapes as `LayerShape` of core, which says what each field means. */
export type LayerShape = DenseShape | ConvolutionShape;

export interface DenseShape {
  readonly kind: 'dense';
  readonly inputs: number;
  readonly outputs: number;
}

export interface ConvolutionShape {
  readonly kind: 'convolution' | 'depthwise';
  readonly input: Volume;
  readonly outputs: number;
  readonly kernel: Extent;
  readonly stride: Extent;
  readonly padding: Extent;
  readonly shortcut?: { readonly from: number; readonly weight: number };
  readonly pool?: { readonly size: Extent; readonly stride: Extent };
}

export interface Volume extends Extent {
  readonly channels: number;
}

export interface Extent {
  readonly height: number;
  readonly width: number;
}
