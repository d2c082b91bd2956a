/**
 * The floor of the REST API: routes, requests and answers, JSON. Knows the server's roles, but none
 * of its services; imported by every other package of this module.
 */
@NullMarked
package io.haumea.rest.http;

import org.jspecify.annotations.NullMarked;
