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

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who is logged in with a browser; in memory only. Secrets are kept hashed. Thread-safe. */
final class Sessions {

    private static final Duration IDLE = Duration.ofHours(8);
    private static final int MOST = 10_000;

    private final InstantSource clock;
    private final Map<String, Session> sessions = new HashMap<>();

    Sessions(InstantSource clock) {
        this.clock = clock;
    }

    private record Session(Identity identity, Instant lastUse) {}

    synchronized void open(String secret, Identity identity) {
        Instant oldest = clock.instant().minus(IDLE);
        sessions.values().removeIf(session -> session.lastUse().isBefore(oldest));
        if (sessions.size() >= MOST) {
            sessions.entrySet().stream()
                    .min(Comparator.comparing(entry -> entry.getValue().lastUse()))
                    .map(Map.Entry::getKey)
                    .ifPresent(sessions::remove);
        }
        sessions.put(Passwords.digest(secret), new Session(identity, clock.instant()));
    }

    synchronized Optional<Identity> find(String secret) {
        String key = Passwords.digest(secret);
        Session session = sessions.get(key);
        Instant now = clock.instant();
        if (session == null) {
            return Optional.empty();
        }
        if (session.lastUse().isBefore(now.minus(IDLE))) {
            sessions.remove(key);
            return Optional.empty();
        }
        sessions.put(key, new Session(session.identity(), now));
        return Optional.of(session.identity());
    }

    synchronized void close(String secret) {
        sessions.remove(Passwords.digest(secret));
    }
}
