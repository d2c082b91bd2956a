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
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file {@code users}: one user or token a line, words separated by blanks.
 *
 * <pre>
 * user  NAME ROLE pbkdf2-sha256:ITERATIONS:SALT:HASH
 * token NAME ROLE SHA-256
 * </pre>
 *
 * Read again when it has changed. Thread-safe.
 */
final class UsersFile {

    private static final Logger LOG = LoggerFactory.getLogger(UsersFile.class);

    private static final String HEAD =
            """
            # Who may use this server: one user or token a line, with its role view, edit or admin.
            #   user  NAME ROLE pbkdf2-sha256:ITERATIONS:SALT:HASH
            #   token NAME ROLE SHA-256 of the token, base64url without padding
            """;

    private final Path file;
    private Content content = new Content("", Map.of(), Map.of());

    UsersFile(Path file) {
        this.file = file;
    }

    /** A user with what its password must hash to. */
    record User(Identity identity, String hash) {}

    private record Content(String stamp, Map<String, User> users, Map<String, Identity> tokens) {}

    boolean exists() {
        return Files.exists(file);
    }

    Path path() {
        return file;
    }

    /** Makes the file with one user. */
    void create(String name, Role role, String hash) {
        DurableFile.writeSecret(
                file,
                HEAD
                        + "user "
                        + name
                        + " "
                        + role.name().toLowerCase(Locale.ROOT)
                        + " "
                        + hash
                        + "\n");
    }

    Optional<User> user(String name) {
        return Optional.ofNullable(content().users().get(name));
    }

    Optional<Identity> token(String digest) {
        return Optional.ofNullable(content().tokens().get(digest));
    }

    /** What tells one content from another without reading it. */
    String stamp() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.size()
                    + " "
                    + attributes.lastModifiedTime()
                    + " "
                    + attributes.fileKey();
        } catch (IOException e) {
            return "";
        }
    }

    private synchronized Content content() {
        String stamp = stamp();
        if (!stamp.equals(content.stamp())) {
            content = read(stamp);
        }
        return content;
    }

    private Content read(String stamp) {
        Map<String, User> users = new HashMap<>();
        Map<String, Identity> tokens = new HashMap<>();
        try {
            List<String> lines =
                    stamp.isEmpty() ? List.of() : Files.readAllLines(file, StandardCharsets.UTF_8);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (!line.isEmpty() && !line.startsWith("#") && !take(line, users, tokens)) {
                    LOG.error(
                            "{}, line {}: is left out, as it is not of the form"
                                    + " 'user|token NAME view|edit|admin HASH'",
                            file,
                            i + 1);
                }
            }
        } catch (IOException e) {
            LOG.error("{} can't be read, so nobody can log in: {}", file, DurableFile.reason(e));
        }
        return new Content(stamp, Map.copyOf(users), Map.copyOf(tokens));
    }

    private static boolean take(
            String line, Map<String, User> users, Map<String, Identity> tokens) {
        String[] words = line.split("\\s+", -1);
        if (words.length != 4) {
            return false;
        }
        Optional<Role> role = role(words[2]);
        if (role.isEmpty()) {
            return false;
        }
        Identity identity = new Identity(words[1], role.get());
        if (words[0].equals("user")) {
            users.put(words[1], new User(identity, words[3]));
            return true;
        }
        if (words[0].equals("token")) {
            tokens.put(words[3], identity);
            return true;
        }
        return false;
    }

    private static Optional<Role> role(String word) {
        for (Role role : Role.values()) {
            if (role.name().equalsIgnoreCase(word)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /** Whether files can be made where this one is. */
    static boolean canCreateIn(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.isWritable(folder);
        } catch (IOException e) {
            return false;
        }
    }
}
