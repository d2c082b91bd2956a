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

import io.haumea.sdk.data.DataType;
import io.haumea.sdk.function.AggregateFunction;
import io.haumea.sdk.function.FunctionDefinition;
import io.haumea.sdk.function.Parameter;
import java.util.Collections;
import java.util.List;

/** Writes the reference page of the functions from what they tell of themselves. */
final class FunctionPage {

    private static final String HEAD =
            """
            # Functions

            <!-- Written from the functions' own descriptions: change those, and renew this page with
            mvn -pl framework/builtin test -Dtest=FunctionPageTest -Dhaumea.renew=true -->

            Names are found in any case. Arguments that are literals are checked when a rule is created; \
            what columns hold is seen at run time, and what does not fit makes that result an error event \
            `call func NAME error: …`.

            **NULL** as an argument gives NULL, except in `concat` (the empty text), in `isnull`, and in \
            aggregates, which skip it. **Whole numbers**: where one is asked, a float without a fraction \
            is taken too, so that functions work on streams without declared types. **Texts**: where one \
            is asked, another value counts as its text.

            """;

    private static final String METADATA =
            """
            ## Metadata

            ### meta(key)

            A value of the message's metadata, or NULL: `meta(topic)`, `meta(stream.topic)`, \
            `meta(temperature->device)` for a member, `meta(*)` for all of it. Keys are found in any case.

            ### mqtt(key)

            `mqtt(topic)` and `mqtt(messageid)`: the same for messages that came by MQTT.

            """;

    private FunctionPage() {}

    static String render() {
        StringBuilder page = new StringBuilder(HEAD);
        for (BuiltinFunctions.Family family : BuiltinFunctions.families()) {
            page.append("## ").append(family.title()).append("\n\n").append(intro(family.title()));
            family.functions().forEach(function -> describe(function, page));
        }
        return page.append(METADATA).toString().stripTrailing() + "\n";
    }

    private static String intro(String family) {
        return switch (family) {
            case "Aggregates" ->
                    "Over the rows of a group or window; over the one message where there is"
                        + " neither. The first value that is not NULL decides the type, and a later"
                        + " one of another type is an error.\n\n";
            case "Mathematics" ->
                    "Numbers are BIGINT or FLOAT. A result that is no number, such as sqrt(-1),"
                            + " makes the result an error event.\n\n";
            case "Regular expressions" ->
                    "See [the dialect](paths-and-patterns.md#regular-expressions).\n\n";
            case "JSON paths" -> "See [the dialect](paths-and-patterns.md#json-paths).\n\n";
            case "Time" -> "See [time patterns](paths-and-patterns.md#time-patterns).\n\n";
            default -> "";
        };
    }

    private static void describe(FunctionDefinition function, StringBuilder page) {
        page.append("### ").append(signature(function)).append("\n\n");
        page.append(function.summary()).append("\n\n");
        for (Parameter parameter : function.parameters()) {
            page.append("- *").append(parameter.name()).append("*: ");
            page.append(parameter.meaning()).append('\n');
        }
        page.append("- result: ").append(result(function)).append("\n\n");
        function.examples().forEach(example -> page.append("`").append(example).append("`\n\n"));
    }

    private static String signature(FunctionDefinition function) {
        StringBuilder signature = new StringBuilder(function.name()).append('(');
        for (Parameter parameter : function.parameters()) {
            String separator = signature.charAt(signature.length() - 1) == '(' ? "" : ", ";
            signature.append(
                    switch (parameter.occurrence()) {
                        case ONCE -> separator + parameter.name();
                        case OPTIONAL -> "[" + separator + parameter.name() + "]";
                        case REPEATED -> "[" + separator + parameter.name() + ", …]";
                    });
        }
        return signature.append(')').toString();
    }

    private static String result(FunctionDefinition function) {
        List<DataType> unknown = Collections.nCopies(function.parameters().size(), DataType.ANY);
        DataType type = function.resultType(unknown);
        if (type != DataType.ANY) {
            return type.text();
        }
        return function instanceof AggregateFunction
                ? "of the type of the argument"
                : "depends on the arguments";
    }
}
