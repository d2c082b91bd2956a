/** Which requests are let in, and logging in over HTTP. May use {@code http}. */
@NullMarked
package io.haumea.rest.access;

import org.jspecify.annotations.NullMarked;
