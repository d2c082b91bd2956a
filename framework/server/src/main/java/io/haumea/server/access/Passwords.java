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
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Hashes passwords with PBKDF2, and makes and hashes random secrets. Thread-safe. */
final class Passwords {

    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final String PREFIX = "pbkdf2-sha256";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final int SECRET_BYTES = 32;

    private final SecureRandom random;
    private final int iterations;

    Passwords(SecureRandom random, int iterations) {
        this.random = random;
        this.iterations = iterations;
    }

    /** A hash that holds all that {@link #matches} needs: {@code pbkdf2-sha256:N:salt:hash}. */
    String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return format(salt, derive(password, salt, iterations));
    }

    private String format(byte[] salt, byte[] hash) {
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return PREFIX
                + ":"
                + iterations
                + ":"
                + encoder.encodeToString(salt)
                + ":"
                + encoder.encodeToString(hash);
    }

    /**
     * What looks like a hash and takes as long to compare with, but is that of no password. Made
     * without the time that a hash takes.
     */
    String decoy() {
        byte[] salt = new byte[SALT_BYTES];
        byte[] hash = new byte[HASH_BITS / Byte.SIZE];
        random.nextBytes(salt);
        random.nextBytes(hash);
        return format(salt, hash);
    }

    /** Whether a password has that hash; false for a hash that can't be understood. */
    static boolean matches(String password, String hash) {
        String[] parts = hash.split(":", -1);
        if (parts.length != 4 || !parts[0].equals(PREFIX)) {
            return false;
        }
        try {
            byte[] salt = Base64.getDecoder().decode(parts[2]);
            byte[] expected = Base64.getDecoder().decode(parts[3]);
            return MessageDigest.isEqual(
                    expected, derive(password, salt, Integer.parseInt(parts[1])));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A random secret that nobody can guess, fit for cookies, headers and addresses. */
    String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The hash of a random secret; such secrets need no salt and no iterations. */
    static String digest(String secret) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(secret.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        // An empty password is refused by the key class; no user has one.
        PBEKeySpec key =
                new PBEKeySpec(
                        (password.isEmpty() ? " " : password).toCharArray(),
                        salt,
                        iterations,
                        HASH_BITS);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(key).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        } finally {
            key.clearPassword();
        }
    }
}
