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
package io.haumea.architecture;

import java.util.List;
import java.util.stream.Stream;

/** The sources of all modules, parsed once for all tests. */
final class HaumeaSources {

    static final List<SourceFile> MAIN = read("main");
    static final List<SourceFile> TESTS = read("test");
    static final List<SourceFile> EVERYTHING =
            Stream.concat(MAIN.stream(), TESTS.stream()).toList();

    private HaumeaSources() {}

    private static List<SourceFile> read(String kind) {
        return SourceFile.parse(
                Module.all().stream().flatMap(module -> module.sources(kind).stream()).toList());
    }
}
