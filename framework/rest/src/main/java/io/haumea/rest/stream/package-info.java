/** Streams over HTTP. May use {@code http}. */
@NullMarked
package io.haumea.rest.stream;

import org.jspecify.annotations.NullMarked;
