#include "printing/document/document.h"
