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
package io.haumea.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.haumea.sdk.data.Schema;
import io.haumea.sdk.function.FunctionDefinition;
import io.haumea.sdk.function.FunctionLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BuiltinsTest {

    @Test
    void whenARunnerHasNoOsgi_thenItFindsFormatsAndSinksByName() {
        assertThat(Builtins.formats()).containsOnlyKeys("json");
        assertThat(Builtins.sinks()).containsOnlyKeys("log", "nop");
        assertThat(Builtins.formats().get("json").create(Schema.NONE).newDecoder()).isNotNull();
    }

    @Test
    void whenARunnerHasNoOsgi_thenItGetsTheClassesThatAreComponents() {
        List<Object> offered =
                Stream.of(
                                Builtins.formats().values().stream(),
                                Builtins.sinks().values().stream(),
                                Builtins.functionLibraries().stream())
                        .flatMap(stream -> stream)
                        .map(Object.class::cast)
                        .toList();

        assertThat(offered)
                .hasSize(4)
                .allSatisfy(
                        factory ->
                                assertThat(componentOf(factory))
                                        .contains(factory.getClass().getName()));
    }

    @Test
    void whenFunctionsAreListed_thenEachHasItsOwnLowerCaseNameAndDescribesItself() {
        List<FunctionDefinition> functions =
                Builtins.functionLibraries().stream()
                        .map(FunctionLibrary::functions)
                        .flatMap(List::stream)
                        .toList();

        assertThat(functions).extracting(FunctionDefinition::name).doesNotHaveDuplicates();
        assertThat(functions)
                .allSatisfy(
                        function -> {
                            assertThat(function.name())
                                    .isEqualTo(function.name().toLowerCase(Locale.ROOT));
                            assertThat(function.summary()).endsWith(".");
                            assertThat(function.examples()).isNotEmpty();
                        });
    }

    /** The description that bnd made of the component, which the bundle carries. */
    private static String componentOf(Object factory) {
        String file = "/OSGI-INF/" + factory.getClass().getName() + ".xml";
        try (InputStream in = factory.getClass().getResourceAsStream(file)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
