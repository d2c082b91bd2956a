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

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The class files of all modules, read once for all tests. */
final class HaumeaClasses {

    static final JavaClasses ALL = read();

    private HaumeaClasses() {}

    private static JavaClasses read() {
        List<Path> folders =
                Module.all().stream()
                        .filter(Module::hasCode)
                        .map(Module::classes)
                        .filter(Files::isDirectory)
                        .toList();
        return new ClassFileImporter().importPaths(folders);
    }
}
