/**
 * The load generator: an MQTT 3.1.1 publisher and a subscriber on plain sockets, cheap enough to
 * share a small machine with what they measure, and what they know of each message. May use {@code
 * harness}.
 */
@NullMarked
package io.haumea.benchmark.load;

import org.jspecify.annotations.NullMarked;
