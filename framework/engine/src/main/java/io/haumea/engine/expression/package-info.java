/** Analysed expressions as closures over a frame. May use {@code row}. */
@NullMarked
package io.haumea.engine.expression;

import org.jspecify.annotations.NullMarked;
