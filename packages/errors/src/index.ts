export { BitfrontError, bitfrontError, type ErrorFields } from './bitfront-error.ts';
export { type CatalogueCode, catalogue } from './catalogue.ts';
export { type ErrorText, fillTemplate } from './error-text.ts';
export { nearest } from './nearest.ts';
