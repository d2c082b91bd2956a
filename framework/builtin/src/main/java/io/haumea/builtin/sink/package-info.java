/** Sinks that need no outside system. Imports nothing of this module; offers its factories. */
@NullMarked
package io.haumea.builtin.sink;

import org.jspecify.annotations.NullMarked;
