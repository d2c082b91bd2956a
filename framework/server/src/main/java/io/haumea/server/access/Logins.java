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

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Checks passwords. Deriving a hash is slow on purpose, so a right password is remembered for a few
 * minutes, as a keyed digest in memory; after several wrong ones a user has to wait. Thread-safe.
 */
final class Logins {

    private static final long REMEMBER_MILLIS = Duration.ofMinutes(10).toMillis();
    private static final int FREE_FAILURES = 5;
    private static final long PAUSE_MILLIS = 5_000;
    private static final int MOST = 1_000;

    private final UserFile users;
    private final InstantSource clock;
    private final SecretKeySpec key;

    /** Derived for names that don't exist, so that they take as long as those that do. */
    private final String decoy;

    private final Map<String, Known> known = new HashMap<>();
    private final Map<String, Failures> failures = new HashMap<>();

    private static final class Known {
        private final byte[] digest;
        private final String hash;
        private final long untilMillis;

        private Known(byte[] digest, String hash, long untilMillis) {
            this.digest = digest;
            this.hash = hash;
            this.untilMillis = untilMillis;
        }
    }

    private record Failures(int count, long lastMillis) {}

    Logins(UserFile users, InstantSource clock, SecureRandom random) {
        this.users = users;
        this.clock = clock;
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        this.key = new SecretKeySpec(secret, "HmacSHA256");
        this.decoy = PasswordHash.of("decoy", random);
    }

    Optional<Identity> login(String name, String password) {
        UserFile.@Nullable User user = users.user(name).orElse(null);
        if (mustWait(name)) {
            return Optional.empty();
        }
        byte[] digest = digest(name, password);
        if (user != null && remembered(name, user.hash(), digest)) {
            return Optional.of(user.identity());
        }
        boolean right = PasswordHash.matches(password, user == null ? decoy : user.hash());
        if (user == null || !right) {
            failed(name);
            return Optional.empty();
        }
        remember(name, user.hash(), digest);
        return Optional.of(user.identity());
    }

    private byte[] digest(String name, String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC", e);
        }
    }

    private synchronized boolean mustWait(String name) {
        Failures failed = failures.get(name);
        return failed != null
                && failed.count() >= FREE_FAILURES
                && clock.millis() - failed.lastMillis() < PAUSE_MILLIS;
    }

    private synchronized boolean remembered(String name, String hash, byte[] digest) {
        Known entry = known.get(name);
        return entry != null
                && entry.untilMillis > clock.millis()
                && entry.hash.equals(hash)
                && MessageDigest.isEqual(entry.digest, digest);
    }

    private synchronized void remember(String name, String hash, byte[] digest) {
        failures.remove(name);
        known.put(name, new Known(digest, hash, clock.millis() + REMEMBER_MILLIS));
    }

    private synchronized void failed(String name) {
        if (failures.size() >= MOST) {
            failures.clear();
        }
        Failures before = failures.getOrDefault(name, new Failures(0, 0));
        failures.put(name, new Failures(before.count() + 1, clock.millis()));
    }
}
