/** ln 2 cut to 41 bits, so that its product with an exponent (11 bits) is exact. */
export const LN2_HI = 0.693147180559663;
/** ln 2 - LN2_HI. */
export const LN2_LO = 2.8235290563031577e-13;
