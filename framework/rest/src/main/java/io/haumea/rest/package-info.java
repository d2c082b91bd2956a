/**
 * The REST API: the servlet, its table of routes and its description. The roof of this module: it
 * imports every other package of it, and none imports it.
 */
@NullMarked
package io.haumea.rest;

import org.jspecify.annotations.NullMarked;
