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
package io.haumea.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A jar in {@code system/NN-name/}.
 *
 * @param jar the file
 * @param startLevel NN
 */
record SystemBundle(Path jar, int startLevel) {
    private static final Pattern FOLDER = Pattern.compile("(\\d\\d)-.+");

    /**
     * Finds the system bundles, ordered by folder and file name.
     *
     * @param skipped names of folders that are left out
     * @throws StartFailure if the folder cannot be read or holds no bundle
     */
    static List<SystemBundle> scan(Path system, Set<String> skipped) throws StartFailure {
        List<SystemBundle> found = new ArrayList<>();
        try {
            for (Path folder : sorted(system)) {
                String folderName = folder.getFileName().toString();
                Matcher name = FOLDER.matcher(folderName);
                if (name.matches() && !skipped.contains(folderName) && Files.isDirectory(folder)) {
                    int level = Integer.parseInt(name.group(1));
                    for (Path jar : sorted(folder)) {
                        if (jar.getFileName().toString().endsWith(".jar")) {
                            found.add(new SystemBundle(jar, level));
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw broken(system, StartFailure.reason(e), e);
        }
        if (found.isEmpty()) {
            throw broken(system, "there is no jar in it", null);
        }
        return found;
    }

    /**
     * The location in plain mode: by reference, so that nothing is copied into the bundle cache.
     */
    String reference() {
        return "reference:" + connected();
    }

    /** The location in Connect mode; Felix does not ask a connector about references. */
    String connected() {
        return jar.toUri().toString();
    }

    private static StartFailure broken(Path system, String reason, @Nullable Throwable cause) {
        return new StartFailure(
                "the installation is broken: cannot read " + system + ": " + reason, cause);
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
