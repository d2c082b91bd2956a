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

import io.haumea.server.storage.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of users, read again when it has changed. A line is {@code name:role:hash} for a
 * password or {@code token:name:role:sha256} for an access token, whose hash is in hexadecimal
 * digits; empty lines and those that begin with {@code #} are passed over. Thread-safe.
 */
final class UserFile {

    private static final Logger LOG = LoggerFactory.getLogger(UserFile.class);

    private final Path file;
    private Content content = new Content(null, Map.of(), Map.of());

    /** A user with a password. */
    record User(Identity identity, String hash) {}

    private record Content(
            @Nullable FileTime changed, Map<String, User> users, Map<String, Identity> tokens) {}

    UserFile(Path file) {
        this.file = file;
    }

    Optional<User> user(String name) {
        return Optional.ofNullable(current().users().get(name));
    }

    Optional<Identity> token(String sha256) {
        return Optional.ofNullable(current().tokens().get(sha256));
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Makes the file with one administrator. */
    void create(String name, String hash) {
        DurableFile.writeSecret(
                file,
                "# Users of Haumea, one a line: name:role:hash; roles are view, edit and admin.\n"
                        + name
                        + ":admin:"
                        + hash
                        + "\n");
    }

    private synchronized Content current() {
        FileTime changed = changed();
        if (changed == null) {
            content = new Content(null, Map.of(), Map.of());
        } else if (!changed.equals(content.changed())) {
            content = read(changed);
        }
        return content;
    }

    private @Nullable FileTime changed() {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return null;
        }
    }

    /** A file that can't be read lets nobody in; a line that can't be understood is passed over. */
    private Content read(FileTime changed) {
        Map<String, User> users = new HashMap<>();
        Map<String, Identity> tokens = new HashMap<>();
        try {
            int number = 0;
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                number++;
                String text = line.strip();
                if (!text.isEmpty() && !text.startsWith("#") && !take(text, users, tokens)) {
                    LOG.error("{}, line {}: is neither a user nor a token", file, number);
                }
            }
        } catch (IOException e) {
            LOG.error("{} can't be read, so nobody can log in: {}", file, e.toString());
        }
        return new Content(changed, Map.copyOf(users), Map.copyOf(tokens));
    }

    private static boolean take(
            String line, Map<String, User> users, Map<String, Identity> tokens) {
        String[] parts = line.split(":", -1);
        boolean token = parts.length == 4 && parts[0].equals("token");
        if (!token && parts.length != 3) {
            return false;
        }
        int first = token ? 1 : 0;
        Optional<Role> role = role(parts[first + 1]);
        String secret = parts[first + 2];
        if (role.isEmpty() || parts[first].isEmpty()) {
            return false;
        }
        Identity identity = new Identity(parts[first], role.get());
        if (token) {
            tokens.put(secret.toLowerCase(Locale.ROOT), identity);
            return secret.matches("[0-9a-fA-F]{64}");
        }
        if (!PasswordHash.isValid(secret)) {
            return false;
        }
        users.put(identity.user(), new User(identity, secret));
        return true;
    }

    private static Optional<Role> role(String word) {
        for (Role role : Role.values()) {
            if (role.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
