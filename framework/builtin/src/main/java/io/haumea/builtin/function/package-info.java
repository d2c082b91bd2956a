/**
 * The SQL functions that are always there, by family. Imports {@code text}; offers nothing but its
 * library.
 */
@NullMarked
package io.haumea.builtin.function;

import org.jspecify.annotations.NullMarked;
