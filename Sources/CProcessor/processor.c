/* A header and no more: a C target needs a source. */
#include "processor.h"
