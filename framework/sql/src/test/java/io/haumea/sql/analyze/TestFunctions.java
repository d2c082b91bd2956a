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
package io.haumea.sql.analyze;

import io.haumea.sdk.data.DataType;
import io.haumea.sdk.function.Accumulator;
import io.haumea.sdk.function.AggregateFunction;
import io.haumea.sdk.function.ArgumentCheck;
import io.haumea.sdk.function.FunctionDefinition;
import io.haumea.sdk.function.ScalarFunction;
import io.haumea.sql.function.FunctionCatalog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Functions that are declared and checked, but never run here. */
public final class TestFunctions implements FunctionCatalog {

    private final Map<String, FunctionDefinition> functions =
            new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<String> asked = new ArrayList<>();

    public TestFunctions() {
        ArgumentCheck number = ArgumentCheck.count(1).and(ArgumentCheck.number(0));
        for (String name : List.of("abs", "sin", "tanh", "ln", "round")) {
            scalar(name, number, DataType.FLOAT);
        }
        ArgumentCheck twoNumbers =
                ArgumentCheck.count(2).and(ArgumentCheck.number(0)).and(ArgumentCheck.number(1));
        scalar("mod", twoNumbers, DataType.FLOAT);
        scalar("power", twoNumbers, DataType.FLOAT);
        ArgumentCheck whole = ArgumentCheck.count(1).and(ArgumentCheck.whole(0));
        scalar("bitnot", whole, DataType.BIGINT);
        scalar(
                "bitxor",
                ArgumentCheck.count(2).and(ArgumentCheck.whole(0)).and(ArgumentCheck.whole(1)),
                DataType.BIGINT);
        ArgumentCheck text = ArgumentCheck.count(1).and(ArgumentCheck.text(0));
        for (String name : List.of("upper", "lower", "length", "sha512")) {
            scalar(name, text, DataType.STRING);
        }
        ArgumentCheck twoTexts =
                ArgumentCheck.count(2).and(ArgumentCheck.text(0)).and(ArgumentCheck.text(1));
        scalar("concat", twoTexts, DataType.STRING);
        scalar("regexp_matches", twoTexts, DataType.BOOLEAN);
        ArgumentCheck threeTexts =
                ArgumentCheck.count(3)
                        .and(ArgumentCheck.text(0))
                        .and(ArgumentCheck.text(1))
                        .and(ArgumentCheck.text(2));
        scalar("regexp_replace", threeTexts, DataType.STRING);
        add(ScalarFunction.named("rand").nondeterministic().call(arguments -> 0.5));
        for (String name : List.of("sum", "avg", "min", "max")) {
            add(aggregate(name, number));
        }
        add(aggregate("count", ArgumentCheck.count(1)));
    }

    /** The names that were looked up, in order. */
    List<String> asked() {
        return asked;
    }

    @Override
    public Optional<FunctionDefinition> find(String name) {
        asked.add(name);
        return Optional.ofNullable(functions.get(name));
    }

    @Override
    public Collection<String> names() {
        return functions.keySet();
    }

    private void scalar(String name, ArgumentCheck check, DataType type) {
        add(ScalarFunction.named(name).check(check).returns(type).call(arguments -> arguments[0]));
    }

    private static FunctionDefinition aggregate(String name, ArgumentCheck check) {
        return AggregateFunction.named(name).check(check).accumulator(NothingTaken::new);
    }

    private void add(FunctionDefinition function) {
        functions.put(function.name(), function);
    }

    private static final class NothingTaken implements Accumulator {
        @Override
        public void add(@Nullable Object[] arguments) {
            // the analyser never runs a function
        }

        @Override
        public @Nullable Object result() {
            return null;
        }

        @Override
        public @Nullable Object save() {
            return null;
        }

        @Override
        public void restore(@Nullable Object saved) {
            // nothing was saved
        }
    }
}
