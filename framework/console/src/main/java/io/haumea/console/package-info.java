/**
 * Haumea's part of the web console: the login of Felix's pages by Haumea's users, and the Haumea
 * page, a client of the REST API. Works without the REST bundle, the REST bundle without it.
 */
@NullMarked
package io.haumea.console;

import org.jspecify.annotations.NullMarked;
