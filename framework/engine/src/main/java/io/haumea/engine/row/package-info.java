/** Rows: how messages become slots, and how rows of a rule are kept. May use {@code port}. */
@NullMarked
package io.haumea.engine.row;

import org.jspecify.annotations.NullMarked;
