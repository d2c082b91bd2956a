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
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;

/** The functions that are always there, one family a line. */
@Component
public final class BuiltinFunctions implements FunctionLibrary {

    private static final List<FunctionDefinition> ALL =
            Stream.of(
                            AggregateFunctions.all(),
                            MathFunctions.all(),
                            StringFunctions.all(),
                            RegexFunctions.all(),
                            ConversionFunctions.all(),
                            HashFunctions.all(),
                            TimeFunctions.all(),
                            JsonPathFunctions.all(),
                            OtherFunctions.all())
                    .flatMap(List::stream)
                    .toList();

    @Override
    public List<FunctionDefinition> functions() {
        return ALL;
    }
}
