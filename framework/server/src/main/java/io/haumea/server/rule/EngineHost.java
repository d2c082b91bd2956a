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
package io.haumea.server.rule;

import io.haumea.engine.Engine;
import io.haumea.engine.port.Contributions;
import io.haumea.engine.rule.RuleListener;
import io.haumea.engine.rule.RuleSpec;
import io.haumea.engine.rule.RunningRule;
import io.haumea.server.config.ServerSettings;
import io.haumea.server.storage.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The one engine of this server, with the machine's clock and cores. */
@Component(service = RuleEngine.class)
public final class EngineHost implements RuleEngine {

    private static final int ID_BYTES = 6;

    private final Engine engine;

    /**
     * Starts the engine.
     *
     * @param contributions what plugins offer
     * @param settings where the name of this server is kept
     */
    @Activate
    public EngineHost(@Reference Contributions contributions, @Reference ServerSettings settings) {
        engine =
                Engine.builder(contributions)
                        .serverName(serverName(settings.paths().data().resolve("server-name")))
                        .workers(Runtime.getRuntime().availableProcessors())
                        .clock(InstantSource.system())
                        .random(SplittableRandom::new)
                        .build();
    }

    @Override
    public RunningRule start(RuleSpec spec, RuleListener listener) {
        return engine.start(spec, listener);
    }

    /** Stops all rules and ends the engine. */
    @Deactivate
    public void close() {
        engine.close();
    }

    /** Made once and kept, as brokers and journals know the server by it. */
    static String serverName(Path file) {
        try {
            String kept = Files.readString(file, StandardCharsets.UTF_8).strip();
            if (kept.matches("[A-Za-z0-9_-]+")) {
                return kept;
            }
        } catch (IOException e) {
            // There is none yet; whether one can be written shows next.
        }
        byte[] id = new byte[ID_BYTES];
        new SecureRandom().nextBytes(id);
        String name = "haumea-" + HexFormat.of().formatHex(id);
        DurableFile.write(file, name + "\n");
        return name;
    }
}
