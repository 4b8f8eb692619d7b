import { defineErrors } from '../define-errors.ts';

/** Layers cannot be laid on crossbars of that size. */
export const mappingErrors = defineErrors({
  MAPPING_CROSSBAR_TOO_SMALL: {
    what: 'A crossbar of {rows} x {columns} cells holds no weight.',
    why: 'One weight needs {needs} with "pairs" {pairs} and "biasRow" {biasRow}.',
    now: 'Raise "arrayRows" or "arrayCols", or choose other "pairs" or no "biasRow".',
  },
  MAPPING_SUB_IMAGE_UNFIT: {
    what: 'A sub-image of {side} x {side} pixels cannot be mapped: {problem}.',
    why: 'It must hold a kernel, and one channel and one kernel of it must fit a crossbar of {rows} x {columns}.',
    now: 'Change "subImageSide", or let "subImage" choose it.',
  },
});
