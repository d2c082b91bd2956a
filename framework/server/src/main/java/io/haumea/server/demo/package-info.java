/**
 * The demonstration: a broker, simulated devices, a stream and two rules whose results are printed.
 * Active with {@code haumea.demo=true} only. A roof: uses the ports of the other packages and is
 * used by nobody.
 */
@NullMarked
package io.haumea.server.demo;

import org.jspecify.annotations.NullMarked;
