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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/** Ids of cases in a resource: one in each line, after {@code #} why. */
final class ListedIds {

    private ListedIds() {}

    static Set<String> read(String resource) {
        try (InputStream in = ListedIds.class.getResourceAsStream("/conformance/" + resource)) {
            if (in == null) {
                throw new IllegalStateException("There is no list " + resource);
            }
            Set<String> ids = new LinkedHashSet<>();
            for (String line :
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                int comment = line.indexOf('#');
                String id = (comment < 0 ? line : line.substring(0, comment)).strip();
                if (!id.isEmpty()) {
                    ids.add(id);
                }
            }
            return ids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
