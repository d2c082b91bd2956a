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
package io.haumea.server.plugins;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import io.haumea.server.storage.DurableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The copies that plugins run from, named by their checksum, and the record of which are in use.
 * What happens to a file in the inbox therefore never touches a running plugin, nor what runs after
 * the next start.
 */
final class PluginStore {

    private static final Logger LOG = LoggerFactory.getLogger(PluginStore.class);
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();
    private static final String SUFFIX = ".jar";
    private static final int BUFFER = 64 * 1024;

    private final Path folder;

    PluginStore(Path folder) {
        this.folder = folder;
    }

    /** A copy of a jar. */
    record Copy(String sha256, Path path) {}

    /** What is recorded of a plugin in use. */
    record Entry(String file, String version, String sha256) {}

    /** The form of {@code active.json}; by symbolic name. */
    private record Document(@Nullable Map<String, Entry> plugins) {}

    /** Copies a jar; forced to disk when this returns. */
    Copy take(Path jar) throws IOException {
        Files.createDirectories(folder);
        Path temporary = folder.resolve(".incoming.tmp");
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(jar);
                FileChannel out =
                        FileChannel.open(
                                temporary,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.TRUNCATE_EXISTING)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            out.force(true);
        }
        String checksum = HexFormat.of().formatHex(digest.digest());
        Path copy = pathOf(checksum);
        if (Files.exists(copy)) {
            Files.delete(temporary); // it may be in use; equal content needs no second copy
        } else {
            Files.move(temporary, copy, StandardCopyOption.ATOMIC_MOVE);
            DurableFile.forceFolder(folder);
        }
        return new Copy(checksum, copy);
    }

    Path pathOf(String sha256) {
        return folder.resolve(sha256 + SUFFIX);
    }

    Map<String, Entry> recorded() {
        Path file = record();
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            Document document = GSON.fromJson(text, Document.class);
            return document == null || document.plugins() == null
                    ? Map.of()
                    : new TreeMap<>(document.plugins());
        } catch (IOException | JsonParseException e) {
            LOG.warn(
                    "{} can't be read, so the plugins folder alone decides what is used: {}",
                    file,
                    e.getMessage());
            return Map.of();
        }
    }

    /** Records what is in use; survives a crash when this returns. */
    void record(Map<String, Entry> plugins) {
        DurableFile.write(record(), GSON.toJson(new Document(new TreeMap<>(plugins))));
    }

    /** Deletes the copies that are no longer needed. */
    void clean(Collection<String> needed) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Set<String> keep = Set.copyOf(needed);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (!keep.contains(name.substring(0, name.length() - SUFFIX.length()))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            LOG.warn("Old copies of plugins in {} can't be deleted: {}", folder, e.toString());
        }
    }

    private Path record() {
        return folder.resolve("active.json");
    }

    private static MessageDigest sha256() throws IOException {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IOException("this Java has no SHA-256", e);
        }
    }
}
