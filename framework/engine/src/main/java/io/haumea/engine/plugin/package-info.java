/**
 * What an instance of a plugin is given: time, timers, threads, state, status. May use {@code
 * schedule} and {@code port}.
 */
@NullMarked
package io.haumea.engine.plugin;

import org.jspecify.annotations.NullMarked;
