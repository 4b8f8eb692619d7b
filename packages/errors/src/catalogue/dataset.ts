import { defineErrors } from '../define-errors.ts';

/** A dataset is missing or damaged. */
export const datasetErrors = defineErrors({
  DATASET_FILE_MISSING: {
    what: '[{plugin}] The file "{file}" was not found.',
    why: 'It was looked for as {names} in: {searched}.',
    now: '{remedy}',
  },
  DATASET_FILE_DAMAGED: {
    what: '[{plugin}] The content of "{file}" is not the published one.',
    why: 'Its SHA-256 (unpacked) is {found}, not {expected}.',
    now: '{remedy}',
  },
  DATASET_FORMAT_INVALID: {
    what: '"{file}" is not a readable {format} file.',
    why: '{reason}',
    now: 'Check that the file is complete, and write it again from its source.',
  },
  DATASET_UNPACK_FAILED: {
    what: '[{plugin}] "{file}" could not be unpacked.',
    why: '{reason}',
    now: 'Install xz (the package xz-utils of most systems), or put the unpacked file beside it: xz -dk "{file}".',
  },
  DATASET_MEMBER_MISSING: {
    what: '[{plugin}] The archive "{file}" holds no file "{member}".',
    why: 'It holds: {members}.',
    now: '{remedy}',
  },
  DATASET_IMAGE_MISMATCH: {
    what: '[{plugin}] "{file}" is a picture of {found}.',
    why: 'One image per row of pixels makes {expected}.',
    now: '{remedy}',
  },
  DATASET_COUNT_MISMATCH: {
    what: '[{plugin}] "{images}" holds {imageCount} examples, but "{labels}" holds {labelCount} labels.',
    why: 'Every example needs exactly one label.',
    now: 'Write both files again from the same source, or correct the file names.',
  },
  DATASET_SHAPE_MISMATCH: {
    what: '[{plugin}] "{file}" has the shape {shape}, not {expected}.',
    why: 'All examples of a dataset have one shape, and labels are a plain list.',
    now: 'Reshape the file, or correct the file names.',
  },
  DATASET_LABEL_INVALID: {
    what: '[{plugin}] Label {index} of "{file}" is {label}.',
    why: 'Labels are whole numbers from 0 to {last} for {classes} classes.',
    now: 'Correct the labels, or the parameter "classes".',
  },
  DATASET_VALUE_INVALID: {
    what: '[{plugin}] Value {index} of "{file}" is {value}.',
    why: 'It expects {expected}.',
    now: 'Scale the data without NaN or infinity and write the file again, or choose another "scale" or "maxValue".',
  },
  DATASET_SPLIT_INVALID: {
    what: '[{plugin}] {validationImages} of {count} training examples cannot be held out for validation.',
    why: 'At least one example must remain for training.',
    now: 'Lower the parameter "validationImages".',
  },
  ARRAY_TYPE_UNSUPPORTED: {
    what: '"{file}" holds values of the type "{type}".',
    why: 'The types that can be read are: {valid}.',
    now: 'Convert the array, for instance with numpy.ascontiguousarray(a, dtype), and write it again.',
  },
  ARRAY_LENGTH_MISMATCH: {
    what: 'Array "{name}" has {length} values, but its shape {shape} asks for {expected}.',
    why: 'The number of values is the product of the shape.',
    now: 'Correct the shape.',
  },
});
