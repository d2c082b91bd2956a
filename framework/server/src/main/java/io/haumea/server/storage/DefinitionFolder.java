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
package io.haumea.server.storage;

import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder with one file for each definition of a kind. Writing or removing one costs the same
 * however many there are. Different names may be written at the same time, the same name not.
 */
public final class DefinitionFolder {

    private static final Logger LOG = LoggerFactory.getLogger(DefinitionFolder.class);

    /** Leaves room below the 255 bytes that file systems allow. */
    private static final int LONGEST = 180;

    private final Path folder;
    private final String suffix;

    /**
     * A folder; nothing is read or made yet.
     *
     * @param folder where the files are
     * @param suffix how their names end, with the dot
     */
    public DefinitionFolder(Path folder, String suffix) {
        this.folder = folder;
        this.suffix = suffix;
    }

    /**
     * One file.
     *
     * @param file where it is
     * @param text its content
     */
    public record Stored(Path file, String text) {}

    /**
     * Reads all files, sorted by name, and deletes what an interrupted write has left behind. Files
     * that can't be read are logged and left out.
     *
     * @return the files
     * @throws HaumeaException if the folder can't be read
     */
    public List<Stored> load() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Stored> all = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(DurableFile.TEMPORARY)) {
                    Files.deleteIfExists(file);
                } else if (name.endsWith(suffix) && Files.isRegularFile(file)) {
                    read(file).ifPresent(all::add);
                }
            }
        } catch (IOException e) {
            throw new HaumeaException(
                    ErrorCode.RESOURCE, "cannot read " + folder + ": " + DurableFile.reason(e), e);
        }
        all.sort(Comparator.comparing(stored -> stored.file().toString()));
        return Collections.unmodifiableList(all);
    }

    /** A single damaged file must not keep the others from being used. */
    private static Optional<Stored> read(Path file) {
        try {
            return Optional.of(new Stored(file, Files.readString(file, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            LOG.error("{} is left out: it can't be read: {}", file, DurableFile.reason(e));
            return Optional.empty();
        }
    }

    /**
     * Writes a definition; after the return it survives a crash.
     *
     * @param name the name of the definition, any text
     * @param text its content
     * @throws HaumeaException if it can't be written
     */
    public void put(String name, String text) {
        DurableFile.write(fileOf(name), text);
    }

    /**
     * Removes a definition; does nothing if there is none.
     *
     * @param name the name of the definition
     * @throws HaumeaException if it can't be removed
     */
    public void remove(String name) {
        DurableFile.delete(fileOf(name));
    }

    /** Where the definition of that name is, or would be. */
    Path fileOf(String name) {
        return folder.resolve(encode(name) + suffix);
    }

    /**
     * A file name that no other definition has, also where file names ignore case; readable for
     * plain names, so that people find their way.
     */
    private static String encode(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-') {
                encoded.append(c);
            } else {
                encoded.append('%').append(HexFormat.of().toHexDigits(b));
            }
        }
        if (encoded.length() <= LONGEST) {
            return encoded.toString();
        }
        return encoded.substring(0, LONGEST / 2) + "~" + hash(name);
    }

    private static String hash(String name) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new HaumeaException(ErrorCode.INTERNAL, "this Java has no SHA-256", e);
        }
    }
}
