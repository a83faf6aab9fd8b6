#pragma once

/// Lets this process have as many open files as the system allows it; every connection needs one.
void raiseDescriptorLimit();
