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
package io.haumea.server.info;

import io.haumea.server.config.ServerSettings;
import java.time.Duration;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells what the server is; is told when it is ready. */
@Component(service = {ServerInfo.class, Info.class})
public final class Info implements ServerInfo {

    private static final String COMPATIBLE = "0.9.0";

    private final String version;
    private final long startNanos = System.nanoTime();
    private volatile boolean ready;

    /**
     * Begins to count the time.
     *
     * @param settings knows the version
     */
    @Activate
    public Info(@Reference ServerSettings settings) {
        this.version = settings.version();
    }

    /** Notes that the server is ready. */
    public void markReady() {
        ready = true;
    }

    @Override
    public String compatibleVersion() {
        return COMPATIBLE;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public String os() {
        String name = System.getProperty("os.name", "unknown").toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return "darwin";
        }
        return name.split(" ", 2)[0];
    }

    @Override
    public long upTimeSeconds() {
        return Duration.ofNanos(System.nanoTime() - startNanos).toSeconds();
    }

    @Override
    public boolean ready() {
        return ready;
    }
}
