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

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How large things may get. Lines are lines of code: neither blank nor comment. */
class BudgetsTest {

    private static final int FILE_LINES = 400;
    private static final int METHOD_LINES = 40;
    private static final int PARAMETERS = 5;
    private static final int CONSTRUCTOR_PARAMETERS = 7;
    private static final int PACKAGE_FILES = 25;

    @Test
    void whenFilesGrow_thenTheyStayReadable() {
        List<String> tooLong =
                HaumeaSources.EVERYTHING.stream()
                        .filter(file -> file.codeLines() > FILE_LINES)
                        .map(file -> file.path() + " has " + file.codeLines() + " lines of code")
                        .toList();

        assertThat(tooLong).as("files of more than %d lines", FILE_LINES).isEmpty();
    }

    @Test
    void whenMethodsGrow_thenTheyStayReadable() {
        List<String> breaches = new ArrayList<>();
        HaumeaSources.EVERYTHING.forEach(
                file -> new MethodSizes(file, breaches).scan(file.tree(), null));

        assertThat(breaches).as("methods of more than %d lines", METHOD_LINES).isEmpty();
    }

    /**
     * A record's constructor names its components, and a test's parameters are a table's columns.
     */
    @Test
    void whenCallsAreMade_thenTheirArgumentsCanBeKeptInMind() {
        List<String> breaches = new ArrayList<>();
        HaumeaSources.MAIN.forEach(
                file -> new ParameterCounts(file, breaches).scan(file.tree(), null));

        assertThat(breaches).as("methods that ask for too much").isEmpty();
    }

    @Test
    void whenPackagesGrow_thenTheyStayReadable() {
        List<String> tooFull =
                HaumeaSources.MAIN.stream()
                        .filter(file -> !file.isPackageInfo())
                        .collect(groupingBy(SourceFile::packageName, counting()))
                        .entrySet()
                        .stream()
                        .filter(entry -> entry.getValue() > PACKAGE_FILES)
                        .map(entry -> entry.getKey() + " has " + entry.getValue() + " files")
                        .toList();

        assertThat(tooFull).as("packages of more than %d files", PACKAGE_FILES).isEmpty();
    }

    private static final class MethodSizes extends TreeScanner<Void, Void> {
        private final SourceFile file;
        private final List<String> breaches;

        MethodSizes(SourceFile file, List<String> breaches) {
            this.file = file;
            this.breaches = breaches;
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            int lines = method.getBody() == null ? 0 : file.codeLinesInside(method.getBody());
            if (lines > METHOD_LINES && !isTableOfCases(method)) {
                breaches.add(file.place(method) + " has " + lines + " lines");
            }
            return super.visitMethod(method, null);
        }

        /** What a test returns in one statement is data, not steps. */
        private boolean isTableOfCases(MethodTree method) {
            return file.isTest()
                    && method.getBody().getStatements().size() == 1
                    && method.getBody().getStatements().get(0) instanceof ReturnTree;
        }
    }

    private static final class ParameterCounts extends TreeScanner<Void, Void> {
        private final SourceFile file;
        private final List<String> breaches;

        ParameterCounts(SourceFile file, List<String> breaches) {
            this.file = file;
            this.breaches = breaches;
        }

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            type.getMembers().stream()
                    .filter(member -> member instanceof MethodTree)
                    .map(member -> (MethodTree) member)
                    .forEach(method -> check(method, type.getKind() == Tree.Kind.RECORD));
            return super.visitClass(type, null);
        }

        private void check(MethodTree method, boolean inRecord) {
            boolean constructor = method.getReturnType() == null;
            int allowed = constructor ? CONSTRUCTOR_PARAMETERS : PARAMETERS;
            int count = method.getParameters().size();
            if (count > allowed && !(constructor && inRecord)) {
                breaches.add(file.place(method) + " has " + count + " parameters");
            }
        }
    }
}
