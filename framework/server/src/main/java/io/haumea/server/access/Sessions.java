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
package io.haumea.server.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Browsers that have logged in; kept in memory, so that a restart ends them. Bounded: with too
 * many, the one unused for longest ends. Thread-safe.
 */
final class Sessions {

    private static final long IDLE_MILLIS = Duration.ofHours(8).toMillis();
    private static final int MOST = 1_000;

    private final InstantSource clock;
    private final SecureRandom random;
    private final Map<String, Session> open = new HashMap<>();

    private record Session(Identity identity, long lastUseMillis) {}

    Sessions(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    synchronized String open(Identity identity) {
        long now = clock.millis();
        open.values().removeIf(session -> now - session.lastUseMillis() > IDLE_MILLIS);
        if (open.size() >= MOST) {
            open.entrySet().stream()
                    .min(
                            Map.Entry.comparingByValue(
                                    (a, b) -> Long.compare(a.lastUseMillis(), b.lastUseMillis())))
                    .map(Map.Entry::getKey)
                    .ifPresent(open::remove);
        }
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        open.put(secret, new Session(identity, now));
        return secret;
    }

    synchronized Optional<Identity> find(String secret) {
        Session session = open.get(secret);
        long now = clock.millis();
        if (session == null || now - session.lastUseMillis() > IDLE_MILLIS) {
            open.remove(secret);
            return Optional.empty();
        }
        open.put(secret, new Session(session.identity(), now));
        return Optional.of(session.identity());
    }

    synchronized void close(String secret) {
        open.remove(secret);
    }
}
