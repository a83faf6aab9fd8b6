#pragma once

/// The templates behind describe.h. Costly to compile: only a room's reader, writer, schema or codec .cpp
/// includes it.
#include "engine/base/describe_read.h"
#include "engine/base/describe_schema.h"
#include "engine/base/describe_write.h"
