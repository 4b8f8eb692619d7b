import type { CrossbarMapping, LayerMapping } from '@bitfront/core';
import { config } from '../look.ts';
import { weightPath } from './weight-path.ts';

const width = 640;
const margin = { top: 58, left: 56, below: 44 };
/** Pixels of the longer side of a crossbar; the shorter one is never a mere line. */
const [longest, shortest] = [256, 24];
const [weight, none, bias] = ['#0072b2', '#d9d9d9', '#e69f00'];

/**
 * One full crossbar of a layer as an SVG: cells of weights in blue, cells without weight between wired rows and columns in
 * grey, the row of a bias in orange, unused cells white; with axes in rows and physical columns, and the counts of the layer.
 */
export function mappingSvg(
  layer: LayerMapping,
  array: CrossbarMapping['array'],
  pairs: CrossbarMapping['pairs'],
): string {
  return document([panel('One full crossbar', layer, array, pairs)]);
}

/** The same for all layers of a mapping, one under the other. */
export function mappingsSvg({
  layers,
  array,
  pairs,
}: Pick<CrossbarMapping, 'layers' | 'array' | 'pairs'>): string {
  return document(
    layers.map((layer, at) => panel(`Layer ${at + 1}: one full crossbar`, layer, array, pairs)),
  );
}

interface Panel {
  readonly height: number;
  readonly body: string;
}

function document(panels: readonly Panel[]): string {
  const height = panels.reduce((sum, one) => sum + one.height, 0);
  let top = 0;
  const bodies = panels.map((one) => {
    const group = `<g transform="translate(0 ${short(top)})">${one.body}</g>\n`;
    top += one.height;
    return group;
  });
  const font = config.font.replaceAll('"', '');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${short(height)}" viewBox="0 0 ${width} ${short(height)}" font-family="${font}" font-size="11">\n<rect width="100%" height="100%" fill="#fff"/>\n${bodies.join('')}</svg>\n`;
}

function panel(
  title: string,
  layer: LayerMapping,
  array: CrossbarMapping['array'],
  pairs: CrossbarMapping['pairs'],
): Panel {
  const { placement } = layer;
  const scale = longest / Math.max(array.rows, array.columns);
  const across = Math.max(shortest, array.columns * scale);
  const down = Math.max(shortest, array.rows * scale);
  const [cellWidth, cellHeight] = [across / array.columns, down / array.rows];
  const rows = placement.blocks * placement.blockRows;
  const columns = placement.blocks * placement.blockColumns;
  const wired = rows + (placement.biasRow ? 1 : 0);
  const path = weightPath(placement);
  const area = (x: number, y: number, w: number, h: number, fill: string) =>
    `<rect x="${short(x)}" y="${short(y)}" width="${short(w)}" height="${short(h)}" fill="${fill}"/>`;
  const drawn = [
    area(0, 0, columns * cellWidth, wired * cellHeight, none),
    path === undefined
      ? ''
      : `<path transform="scale(${cellWidth} ${cellHeight})" d="${path}" fill="${weight}"/>`,
    placement.biasRow ? area(0, rows * cellHeight, columns * cellWidth, cellHeight, bias) : '',
    `<rect width="${short(across)}" height="${short(down)}" fill="none" stroke="#bbb"/>`,
  ];
  const notes = counts(layer, array, pairs, path === undefined);
  const right = margin.left + across + 40;
  const legend = [
    [weight, 'weight'],
    [none, 'no weight: wired row and column'],
    ...(placement.biasRow ? [[bias, 'bias']] : []),
    ['#fff', 'not used'],
  ].map(
    ([fill, name], at) =>
      `<rect x="${short(right)}" y="${margin.top + 18 * at}" width="12" height="12" fill="${fill}" stroke="#bbb"/><text x="${short(right + 18)}" y="${margin.top + 10 + 18 * at}">${name}</text>`,
  );
  const lines = notes.map(
    (line, at) => `<text x="${short(right)}" y="${margin.top + 100 + 16 * at}" fill="#555">${line}</text>`,
  );
  const body = [
    `<text x="${margin.left}" y="24" font-size="14" font-weight="bold">${title}</text>`,
    `<text x="${short(margin.left + across / 2)}" y="42" text-anchor="middle">columns</text>`,
    `<text transform="translate(14 ${short(margin.top + down / 2)}) rotate(-90)" text-anchor="middle">rows</text>`,
    ...ticks([0, columns, array.columns], across, array.columns).map(
      ([place, text]) =>
        `<text x="${short(margin.left + place)}" y="54" text-anchor="middle" font-size="9" fill="#555">${text}</text>`,
    ),
    ...ticks([0, wired, array.rows], down, array.rows).map(
      ([place, text]) =>
        `<text x="${margin.left - 5}" y="${short(margin.top + place + 3)}" text-anchor="end" font-size="9" fill="#555">${text}</text>`,
    ),
    `<g transform="translate(${margin.left} ${margin.top})">${drawn.join('')}</g>`,
    ...legend,
    ...lines,
  ].join('');
  return { height: margin.top + Math.max(down, 100 + 16 * notes.length) + margin.below, body };
}

function counts(
  layer: LayerMapping,
  array: CrossbarMapping['array'],
  pairs: CrossbarMapping['pairs'],
  coarse: boolean,
): readonly string[] {
  const { placement, sums } = layer;
  const use = (100 * layer.weightCells) / (layer.crossbars * array.rows * array.columns);
  const { inputs, outputs } = placement;
  return [
    `${plain(array.rows)} × ${plain(array.columns)} cells, pairs: ${pairs}`,
    `${counted(placement.blocks, 'block')} of ${plain(placement.blockRows)} × ${plain(placement.blockColumns)}`,
    `a block sees ${counted(inputs.channels, 'channel')} of ${inputs.height} × ${inputs.width} pixels`,
    `and gives ${counted(outputs.kernels, 'kernel')} at ${outputs.height} × ${outputs.width} positions`,
    `crossbars ${plain(layer.crossbars)}, reads ${plain(layer.reads)}`,
    `reads of single crossbars ${plain(layer.crossbarReads)}`,
    `cells with weights ${plain(layer.weightCells)}, ${use.toPrecision(3)} %`,
    `sums in ${counted(sums.parts, 'part')}`,
    ...(coarse ? ['too fine to draw cell by cell'] : []),
  ];
}

function counted(count: number, what: string): string {
  return `${plain(count)} ${what}${count === 1 ? '' : 's'}`;
}

/** Places and texts of an axis; those that would lie on top of each other are left out. */
function ticks(
  values: readonly number[],
  pixels: number,
  length: number,
): readonly (readonly [number, string])[] {
  const kept: [number, string][] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const place = (value / length) * pixels;
    const last = kept.at(-1);
    if (last === undefined || place - last[0] > 20) kept.push([place, plain(value)]);
    else if (value === length && kept.length > 1) kept[kept.length - 1] = [place, plain(value)];
  }
  return kept;
}

/** Two decimals of a pixel. */
const short = (value: number): string => String(Math.round(value * 100) / 100);

/** 70,400. */
const plain = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
