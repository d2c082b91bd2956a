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
package io.haumea.trial.conformance;

import io.haumea.sdk.data.DataType;
import io.haumea.sdk.function.Accumulator;
import io.haumea.sdk.function.AggregateFunction;
import io.haumea.sdk.function.FunctionDefinition;
import io.haumea.sdk.function.FunctionLibrary;
import io.haumea.sdk.function.ScalarFunction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions of the reference's sample plugins, which some cases call. */
final class ReferenceFunctions implements FunctionLibrary {

    @Override
    public List<FunctionDefinition> functions() {
        return List.of(
                ScalarFunction.named("echo")
                        .summary("The value itself.")
                        .parameter("value", "anything")
                        .returns(DataType.ANY)
                        .call(arguments -> arguments[0]),
                AggregateFunction.named("countPlusOne")
                        .summary("One more than there are values.")
                        .parameter("value", "anything")
                        .returns(DataType.BIGINT)
                        .accumulator(CountPlusOne::new));
    }

    private static final class CountPlusOne implements Accumulator {
        private long count = 1;

        @Override
        public void add(@Nullable Object[] arguments) {
            count++;
        }

        @Override
        public Object result() {
            return count;
        }

        @Override
        public Object save() {
            return count;
        }

        @Override
        public void restore(@Nullable Object saved) {
            count = saved instanceof Long kept ? kept : 1;
        }
    }
}
