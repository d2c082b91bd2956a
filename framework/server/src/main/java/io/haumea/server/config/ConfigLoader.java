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
package io.haumea.server.config;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads the configuration when the server starts, and offers it to the other components, which wait
 * for it. What can't be read ends the process.
 */
@Component(
        service = {},
        immediate = true)
public final class ConfigLoader {

    /** Keeps the broker's port for this process; null unless this is the demonstration. */
    private @Nullable DemoBroker demoBroker;

    /**
     * Reads the configuration.
     *
     * @param context gives the properties of the kernel
     * @param exit ends the process with an exit code
     */
    @Activate
    public ConfigLoader(
            BundleContext context, @Reference(target = "(haumea.service=exit)") IntConsumer exit) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        try {
            ServerSettings settings = ServerSettings.load(context::getProperty, environment);
            if (settings.demo()) {
                demoBroker = DemoBroker.choose(context::getProperty);
                environment.putAll(demoBroker.overrides());
            }
            context.registerService(ServerSettings.class, settings, null);
            context.registerService(
                    SourceProperties.class,
                    new SourceProperties(settings.paths().etc(), environment),
                    null);
        } catch (ConfigException e) {
            // For the person at the console, whatever the log is set to; as the kernel does it.
            System.err.println("haumea: " + e.getMessage());
            exit.accept(1);
        }
    }

    /**
     * Lets others have the port of the demonstration's broker.
     *
     * @throws IOException if its lock can't be closed
     */
    @Deactivate
    public void close() throws IOException {
        if (demoBroker != null) {
            demoBroker.close();
        }
    }
}
