/**
 * The processes that are measured and what the operating system and they themselves tell of them.
 * May use {@code harness}.
 */
@NullMarked
package io.haumea.benchmark.machine;

import org.jspecify.annotations.NullMarked;
