/** What is measured of the built server, one class a command. May use all but {@code inprocess}. */
@NullMarked
package io.haumea.benchmark.scenario;

import org.jspecify.annotations.NullMarked;
