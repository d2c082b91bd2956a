/**
 * Who runs when: workers, serial tasks, timers, plugin threads. The floor beside {@code port}: uses
 * {@code port} alone.
 */
@NullMarked
package io.haumea.engine.schedule;

import org.jspecify.annotations.NullMarked;
