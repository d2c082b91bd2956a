/** The order in which the server comes up. The roof: uses plugins, rules and info; used by demo. */
@NullMarked
package io.haumea.server.boot;

import org.jspecify.annotations.NullMarked;
