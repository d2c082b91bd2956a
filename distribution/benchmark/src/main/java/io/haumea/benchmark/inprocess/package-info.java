/**
 * Runs the engine in this process, from payload bytes to encoded results, without server, network
 * or broker. May use {@code harness}.
 */
@NullMarked
package io.haumea.benchmark.inprocess;

import org.jspecify.annotations.NullMarked;
