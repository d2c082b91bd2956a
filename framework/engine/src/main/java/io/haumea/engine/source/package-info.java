/**
 * Sources: one task for each, shared by the rules that read it. May use {@code schedule}, {@code
 * row}, {@code rule}, {@code port}.
 */
@NullMarked
package io.haumea.engine.source;

import org.jspecify.annotations.NullMarked;
