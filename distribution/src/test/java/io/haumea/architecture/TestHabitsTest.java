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

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TestHabitsTest {

    private static final Set<String> TESTS =
            Set.of("Test", "ParameterizedTest", "RepeatedTest", "Property", "Example");
    private static final Pattern SENTENCE = Pattern.compile("when[A-Z0-9]\\w*_then[A-Z0-9]\\w*");
    private static final Pattern SLEEPER = Pattern.compile("(.*\\.)?(Thread|TimeUnit(\\.\\w+)?)");
    private static final Pattern MOCKS =
            Pattern.compile("org\\.(mockito|easymock|powermock|jmock)\\..*|mockit\\..*");

    @Test
    void whenTestsAreWritten_thenTheyKeepTheHabits() {
        List<String> breaches = new ArrayList<>();
        HaumeaSources.TESTS.forEach(file -> new Habits(file, breaches).scan(file.tree(), null));

        assertThat(breaches).as("sleeps, mocks, disabled tests, names").isEmpty();
    }

    private static final class Habits extends TreeScanner<Void, Void> {
        private final SourceFile file;
        private final List<String> breaches;

        Habits(SourceFile file, List<String> breaches) {
            this.file = file;
            this.breaches = breaches;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
            if (call.getMethodSelect() instanceof MemberSelectTree select
                    && select.getIdentifier().contentEquals("sleep")
                    && SLEEPER.matcher(select.getExpression().toString()).matches()) {
                report(call, "sleeps: await what the test needs, with a deadline");
            }
            return super.visitMethodInvocation(call, null);
        }

        @Override
        public Void visitImport(ImportTree used, Void unused) {
            if (MOCKS.matcher(used.getQualifiedIdentifier().toString()).matches()) {
                report(used, "uses a mock library: use the real thing, or an honest fake");
            }
            return super.visitImport(used, null);
        }

        @Override
        public Void visitAnnotation(AnnotationTree annotation, Void unused) {
            String name = annotation.getAnnotationType().toString();
            if (name.equals("Disabled") || name.equals("Ignore")) {
                report(annotation, "is disabled: repair it or remove it");
            }
            return super.visitAnnotation(annotation, null);
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            boolean test =
                    method.getModifiers().getAnnotations().stream()
                            .anyMatch(a -> TESTS.contains(a.getAnnotationType().toString()));
            if (test && !SENTENCE.matcher(method.getName()).matches()) {
                report(method, method.getName() + " is no sentence such as whenX_thenY");
            }
            return super.visitMethod(method, null);
        }

        private void report(Tree tree, String message) {
            breaches.add(file.place(tree) + " " + message);
        }
    }
}
