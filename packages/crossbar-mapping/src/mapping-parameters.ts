import { choice, flag, integer } from '@bitfront/core';

/** Parameters that every partitioner for crossbars has. */
export const mappingParameters = {
  arrayRows: integer(1, 65536, 'rows of a crossbar'),
  arrayCols: integer(1, 65536, 'physical columns of a crossbar'),
  pairs: choice(
    ['neighbouring-columns', 'separate-crossbars', 'single'],
    'where the two cells of a weight stand',
    'neighbouring-columns',
  ),
  biasRow: flag('one row of every crossbar is always driven and holds biases', false),
  layers: choice(['all', 'convolutions'], 'layers that the row counts', 'all'),
} as const;
