/*
 * Copyright 2026 the Haumea project
 *
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file except
 * in compliance with the License. You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the License
 * is distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express
 * or implied. See the License for the specific language governing permissions and limitations under
 * the License.
 */
package io.haumea.broker;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a broker while the bundle is active. It listens where the framework properties {@code
 * haumea.broker.host} (127.0.0.1) and {@code haumea.broker.port} (1883; 0 for any free one) say; a
 * broker that can't start is a line in the log.
 */
@Component(
        immediate = true,
        service = {})
public final class BrokerComponent {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerComponent.class);

    private static final String PORT = "haumea.broker.port";
    private static final String HOST = "haumea.broker.host";
    private static final int HIGHEST_PORT = 65_535;

    private final @Nullable EmbeddedBroker broker;

    /**
     * Starts the broker.
     *
     * @param bundle gives the settings
     */
    @Activate
    public BrokerComponent(BundleContext bundle) {
        broker = started(setting(bundle, HOST, "127.0.0.1"), setting(bundle, PORT, "1883"));
    }

    /** Stops it. */
    @Deactivate
    void stop() throws IOException {
        if (broker != null) {
            broker.close();
            LOG.info("The MQTT broker on {} has stopped", broker.address());
        }
    }

    private static String setting(BundleContext bundle, String key, String fallback) {
        String value = bundle.getProperty(key);
        return value == null || value.isBlank() ? fallback : value.strip();
    }

    private static @Nullable EmbeddedBroker started(String host, String port) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // The library looks for its parts with the context class loader.
        thread.setContextClassLoader(BrokerComponent.class.getClassLoader());
        try {
            EmbeddedBroker broker = EmbeddedBroker.start(host, number(port));
            LOG.info("An MQTT broker listens on {}", broker.address());
            return broker;
        } catch (IOException | IllegalArgumentException e) {
            LOG.error(
                    "The MQTT broker is off: {}. Set {} and {} to a free address",
                    e.getMessage(),
                    HOST,
                    PORT);
            LOG.debug("Why the MQTT broker did not start", e);
            return null;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static int number(String port) {
        try {
            int number = Integer.parseInt(port);
            if (number >= 0 && number <= HIGHEST_PORT) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrongPort(port, e);
        }
        throw wrongPort(port, null);
    }

    private static IllegalArgumentException wrongPort(String port, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                PORT + " must be a number from 0 (any free one) to 65535, but is '" + port + "'",
                cause);
    }
}
