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
package io.haumea.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Definitions that are read from files. */
final class TextFile {
    private TextFile() {}

    /**
     * Reads a definition.
     *
     * @param file the file
     * @param noun what it defines
     */
    static String read(Path file, String noun) {
        if (!Files.exists(file)) {
            throw Session.usage(
                    // Spelt as in the reference, for scripts that look for it.
                    "The specified " + noun + " defenition file " + file + " is not existed.");
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw Session.usage("Failed to read from " + noun + " definition file " + file + ".");
        }
    }
}
