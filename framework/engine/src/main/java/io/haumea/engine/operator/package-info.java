/**
 * The operators of a rule, and the one place where a plan becomes operators. May use {@code
 * expression}, {@code row}, {@code rule}.
 */
@NullMarked
package io.haumea.engine.operator;

import org.jspecify.annotations.NullMarked;
