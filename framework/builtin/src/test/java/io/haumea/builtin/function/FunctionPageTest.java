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
package io.haumea.builtin.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.haumea.sdk.data.DataType;
import io.haumea.sdk.function.Argument;
import io.haumea.sdk.function.FunctionDefinition;
import io.haumea.sdk.function.Parameter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FunctionPageTest {

    private static final Path PAGE = Path.of("../../docs/reference/functions.md");

    /** Their second argument must be a literal. */
    private static final Set<String> LITERAL =
            Set.of(
                    "cast",
                    "encode",
                    "json_path_query",
                    "json_path_query_first",
                    "json_path_exists");

    @Test
    void whenFunctionsDescribeThemselves_thenTheReferencePageSaysTheSame() throws IOException {
        String page = FunctionPage.render();
        if (Boolean.getBoolean("haumea.renew")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE, StandardCharsets.UTF_8))
                .describedAs(
                        "docs/reference/functions.md is out of date; renew it with mvn -pl"
                            + " framework/builtin test -Dtest=FunctionPageTest -Dhaumea.renew=true")
                .isEqualTo(page);
    }

    @Test
    void whenAFunctionIsCalledAsItIsDescribed_thenTheNumberOfArgumentsIsRight() {
        List<String> wrong = new ArrayList<>();
        for (FunctionDefinition function : new BuiltinFunctions().functions()) {
            List<Parameter> parameters = function.parameters();
            long most = parameters.size();
            long fewest =
                    parameters.stream()
                            .filter(p -> p.occurrence() == Parameter.Occurrence.ONCE)
                            .count();
            boolean open =
                    parameters.stream()
                            .anyMatch(p -> p.occurrence() == Parameter.Occurrence.REPEATED);
            boolean fits =
                    LITERAL.contains(function.name())
                            || (takes(function, fewest)
                                    && takes(function, most)
                                    && takes(function, most + 3) == open);
            // Some take whatever comes, as they do in the reference.
            if (!fits && !Set.of("isnull", "tstamp").contains(function.name())) {
                wrong.add(function.name());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean takes(FunctionDefinition function, long arguments) {
        Argument column = new Argument(Argument.Kind.EXPRESSION, DataType.ANY, null);
        return function.check(Collections.nCopies((int) arguments, column)).isEmpty();
    }
}
