/**
 * Delivery of a rule's results to one action. May use {@code schedule}, {@code operator}, {@code
 * rule}, {@code port}.
 */
@NullMarked
package io.haumea.engine.sink;

import org.jspecify.annotations.NullMarked;
