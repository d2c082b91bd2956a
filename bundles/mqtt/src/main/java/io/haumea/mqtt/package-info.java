/**
 * Source and sink for MQTT 3.1 and 3.1.1 brokers.
 *
 * <p>{@code Transport} is one connection; {@code PahoTransport} is its only implementation so far,
 * and the only class that knows the client library. {@code Broker} opens transports, {@code
 * Reconnect} decides when. Each source has a connection of its own; sinks with equal connection
 * options share one ({@code SharedConnections}).
 *
 * <p>May use the SDK and slf4j alone, as every plugin. Nobody uses it.
 */
@NullMarked
package io.haumea.mqtt;

import org.jspecify.annotations.NullMarked;
