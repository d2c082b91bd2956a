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

import io.haumea.sdk.function.FunctionDefinition;
import io.haumea.sdk.function.FunctionLibrary;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The functions that are always there, one family a line. */
@Component
public final class BuiltinFunctions implements FunctionLibrary {

    private static final List<Family> FAMILIES =
            List.of(
                    new Family("Aggregates", AggregateFunctions.all()),
                    new Family("Mathematics", MathFunctions.all()),
                    new Family("Texts", StringFunctions.all()),
                    new Family("Regular expressions", RegexFunctions.all()),
                    new Family("Conversions", ConversionFunctions.all()),
                    new Family("Hashes", HashFunctions.all()),
                    new Family("JSON paths", JsonPathFunctions.all()),
                    new Family("Time", TimeFunctions.all()),
                    new Family("Others", OtherFunctions.all()));

    private static final List<FunctionDefinition> ALL =
            FAMILIES.stream().map(Family::functions).flatMap(List::stream).toList();

    /**
     * Functions that belong together.
     *
     * @param title what the reference page calls them
     * @param functions the functions
     */
    record Family(String title, List<FunctionDefinition> functions) {}

    /** All functions in the order of the reference page. */
    static List<Family> families() {
        return FAMILIES;
    }

    @Override
    public List<FunctionDefinition> functions() {
        return ALL;
    }
}
