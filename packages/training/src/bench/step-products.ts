import { fanIn, type LayerShape, positionCount } from '@bitfront/bits';

/** A product `rows x inner · inner x columns`. */
export interface Product {
  readonly rows: number;
  readonly inner: number;
  readonly columns: number;
  /** Which of the three grows with the images: outputs and input gradients have a column each, weights add over all. */
  readonly images: 'columns' | 'inner';
}

/**
 * The products of one training step: for every layer of N neurons and fan-in K, at P positions of M images, its outputs
 * `N x K · K x PM`, its weight gradient `K x PM · PM x N` and, where something is below it, the input gradient
 * `K x N · N x PM`.
 */
export function stepProducts(layers: readonly LayerShape[], batchSize: number): readonly Product[] {
  return layers.flatMap((layer, index) => {
    const [n, k, m] = [layer.outputs, fanIn(layer), positionCount(layer) * batchSize];
    const products: Product[] = [
      { rows: n, inner: k, columns: m, images: 'columns' },
      { rows: k, inner: m, columns: n, images: 'inner' },
    ];
    return index === 0 ? products : [...products, { rows: k, inner: n, columns: m, images: 'columns' }];
  });
}

/** Two per multiply-add. */
export function operationsOf(products: readonly Product[]): number {
  return products.reduce((sum, { rows, inner, columns }) => sum + 2 * rows * inner * columns, 0);
}

/** The same product with at most that many of the images and positions; the share of the work that is left. */
export function shortened(
  product: Product,
  most: number,
): { readonly part: Product; readonly share: number } {
  const all = product[product.images];
  const part = { ...product, [product.images]: Math.min(all, most) };
  return { part, share: part[product.images] / all };
}
