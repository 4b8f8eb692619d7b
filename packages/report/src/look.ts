/** Okabe and Ito, Color Universal Design, 2008: told apart by colour-blind readers too; the yellow left out. */
export const colours = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#cc79a7',
  '#e69f00',
  '#56b4e9',
  '#000000',
  '#7f7f7f',
];
export const shapes = [
  'circle',
  'square',
  'triangle-up',
  'diamond',
  'cross',
  'triangle-down',
  'triangle-right',
  'stroke',
];

/** Fonts, grid and legend that all pictures share. */
export const config = {
  font: 'Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif',
  axis: {
    labelFontSize: 11,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    titlePadding: 8,
    gridColor: '#e9e9e9',
  },
  legend: {
    labelFontSize: 11,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    labelLimit: 260,
    symbolSize: 64,
    symbolOpacity: 1,
  },
  title: { fontSize: 14, subtitleFontSize: 11, subtitleColor: '#555', fontWeight: 'bold' },
  view: { stroke: '#bbb' },
};

/** A colour or shape for every name, from the first on. */
export const cycled = (names: readonly string[], range: readonly string[]): readonly string[] =>
  names.map((_, index) => range[index % range.length] ?? '');
