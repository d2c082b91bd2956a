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
package io.haumea.trial.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the conformance cases, which are not part of the project. */
final class ConformanceFolder {

    private static final String PROPERTY = "haumea.conformance";

    private ConformanceFolder() {}

    /**
     * A file of the folder named by the system property {@code haumea.conformance}, else of {@code
     * shared/conformance} beside the repository; empty if it is not there.
     */
    static Optional<Path> file(String name) {
        String given = System.getProperty(PROPERTY);
        if (given != null) {
            return existing(Path.of(given).resolve(name));
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Optional<Path> found = existing(folder.resolve("../shared/conformance").resolve(name));
            if (found.isPresent()) {
                return found;
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }

    private static Optional<Path> existing(Path file) {
        return Optional.of(file).filter(Files::isRegularFile);
    }
}
