/**
 * The source {@code simulator}: made-up devices for demos, tests and load.
 *
 * <p>May use the SDK alone. Nobody uses it.
 */
@NullMarked
package io.haumea.simulator;

import org.jspecify.annotations.NullMarked;
