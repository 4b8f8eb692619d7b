// All kernels for one kind of processor. Compiled once for each, with the compiler's flags for it, BITFRONT_KERNELS as the
// name of the result and BITFRONT_PROCESSOR as the text for people; no other name may be seen by the linker.
#include "adam.h"
#include "convolution.h"
#include "number-products.h"
#include "real-products.h"
#include "small-products.h"
#include "xnor.h"

const Kernels BITFRONT_KERNELS = {
    BITFRONT_PROCESSOR,   productRealSign,          productIntSign, productSmallIntSign, productCountSign,
    productBitSign,       thresholdedCountSign,     thresholdedBitSign, productXnor,     productReal,
    productLists,         convolutionInputGradient, adam,
};
