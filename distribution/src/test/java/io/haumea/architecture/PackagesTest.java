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

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PackagesTest {

    private static final Set<String> NAMES_THAT_SAY_NOTHING =
            Set.of("util", "utils", "common", "helper", "helpers", "misc", "impl");

    @Test
    void whenAPackageExists_thenItSaysWhatItHoldsAndMarksNulls() {
        Set<String> missing = packages(HaumeaSources.MAIN);
        missing.removeAll(packagesWith("NullMarked"));

        assertThat(missing).as("packages without a described @NullMarked package-info").isEmpty();
    }

    @Test
    void whenAPackageIsInTheSdk_thenItHasAVersion() {
        Set<String> missing = packages(HaumeaSources.MAIN);
        missing.removeIf(name -> !name.startsWith("io.haumea.sdk"));
        assertThat(missing).isNotEmpty();

        missing.removeAll(packagesWith("Version"));

        assertThat(missing).as("packages of the SDK without @Version").isEmpty();
    }

    @Test
    void whenAPackageIsNamed_thenTheNameSaysWhatItIsAbout() {
        Set<String> names = packages(HaumeaSources.EVERYTHING);
        names.removeIf(
                name ->
                        !NAMES_THAT_SAY_NOTHING.contains(
                                name.substring(name.lastIndexOf('.') + 1)));

        assertThat(names).as("packages whose names say nothing").isEmpty();
    }

    private static Set<String> packages(List<SourceFile> files) {
        return files.stream().map(SourceFile::packageName).collect(toCollection(TreeSet::new));
    }

    /** Packages whose description carries the annotation and a comment. */
    private static Set<String> packagesWith(String annotation) {
        return HaumeaSources.MAIN.stream()
                .filter(SourceFile::isPackageInfo)
                .filter(SourceFile::hasJavadoc)
                .filter(file -> isAnnotated(file, annotation))
                .map(SourceFile::packageName)
                .collect(toSet());
    }

    private static boolean isAnnotated(SourceFile file, String annotation) {
        return file.tree().getPackageAnnotations().stream()
                .map(AnnotationTree::getAnnotationType)
                .anyMatch(type -> type.toString().equals(annotation));
    }
}
