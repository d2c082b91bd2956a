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

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The folder that people drop plugins into, as a series of looks at it. A jar counts as settled
 * when two looks find it the same and it opens as a zip file; one that does not open is given some
 * time, as it may still be written. Not thread-safe.
 */
final class Inbox {

    /** How long a file that can't be opened may stay as it is until it is told to be broken. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Path folder;
    private final LongSupplier nanoTime;
    private final Map<String, Stamp> done = new HashMap<>();
    private Map<String, Sighting> seen = new HashMap<>();

    Inbox(Path folder, LongSupplier nanoTime) {
        this.folder = folder;
        this.nanoTime = nanoTime;
    }

    /** What tells one content of a file from another without reading it. */
    private record Stamp(long size, FileTime modified, @Nullable Object key) {}

    private record Sighting(Stamp stamp, long sinceNanos) {}

    /**
     * What a look has found.
     *
     * @param settled files to be worked on, sorted
     * @param gone files that were worked on and are no longer there, sorted
     * @param pending whether files are still being written, so that it is worth to look again soon
     */
    record Look(List<String> settled, List<String> gone, boolean pending) {}

    Path folder() {
        return folder;
    }

    Path path(String file) {
        return folder.resolve(file);
    }

    /** Looks, and compares with the look before. */
    Look look() throws IOException {
        Map<String, Stamp> present = scan();
        long now = nanoTime.getAsLong();
        Map<String, Sighting> sightings = new HashMap<>();
        List<String> settled = new ArrayList<>();
        boolean pending = false;
        for (Map.Entry<String, Stamp> entry : present.entrySet()) {
            String file = entry.getKey();
            Stamp stamp = entry.getValue();
            Sighting before = seen.get(file);
            boolean still = before != null && before.stamp().equals(stamp);
            Sighting sighting = before != null && still ? before : new Sighting(stamp, now);
            sightings.put(file, sighting);
            if (stamp.equals(done.get(file))) {
                continue;
            }
            if (still && (opens(file) || now - sighting.sinceNanos() >= PATIENCE.toNanos())) {
                settled.add(file);
            } else {
                pending = true;
            }
        }
        List<String> gone = new ArrayList<>();
        for (String file : done.keySet()) {
            if (!present.containsKey(file)) {
                // Somebody may be replacing it by deleting and writing, so once is not enough.
                if (seen.containsKey(file)) {
                    pending = true;
                } else {
                    gone.add(file);
                }
            }
        }
        seen = sightings;
        settled.sort(null);
        gone.sort(null);
        return new Look(settled, gone, pending);
    }

    /** All jars that are there now, settled or not, sorted. */
    List<String> files() throws IOException {
        return scan().keySet().stream().sorted().toList();
    }

    /** Notes that a file, as it is now, needs no more work. */
    void done(String file) {
        Stamp stamp = stamp(path(file));
        if (stamp != null) {
            done.put(file, stamp);
            seen.put(file, new Sighting(stamp, nanoTime.getAsLong()));
        }
    }

    /** Forgets a file that has gone. */
    void forget(String file) {
        done.remove(file);
        seen.remove(file);
    }

    boolean exists(String file) {
        return Files.isRegularFile(path(file));
    }

    private boolean opens(String file) {
        try (ZipFile zip = new ZipFile(path(file).toFile())) {
            return zip.size() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private Map<String, Stamp> scan() throws IOException {
        Map<String, Stamp> files = new HashMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path path : stream) {
                String name = String.valueOf(path.getFileName());
                Stamp stamp = name.endsWith(".jar") && !name.startsWith(".") ? stamp(path) : null;
                if (stamp != null) {
                    files.put(name, stamp);
                }
            }
        }
        return files;
    }

    private static @Nullable Stamp stamp(Path path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? new Stamp(
                            attributes.size(), attributes.lastModifiedTime(), attributes.fileKey())
                    : null;
        } catch (IOException e) {
            return null; // gone between listing and looking
        }
    }
}
