/** Plugins over HTTP. May use {@code http}. */
@NullMarked
package io.haumea.rest.plugins;

import org.jspecify.annotations.NullMarked;
