/** Rules and their counters over HTTP. May use {@code http}. */
@NullMarked
package io.haumea.rest.rule;

import org.jspecify.annotations.NullMarked;
