/**
 * An MQTT broker inside the server, for demos, tests and boxes that have none: {@link
 * io.haumea.broker.EmbeddedBroker} in plain Java, {@code BrokerComponent} as a plugin.
 *
 * <p>May use slf4j and, to read its settings, the OSGi framework's API. Nobody uses it but tests.
 */
@NullMarked
package io.haumea.broker;

import org.jspecify.annotations.NullMarked;
