/**
 * The SQL functions that are always there, by family. Imports {@code regex} and {@code jsonpath};
 * offers nothing but its library.
 */
@NullMarked
package io.haumea.builtin.function;

import org.jspecify.annotations.NullMarked;
