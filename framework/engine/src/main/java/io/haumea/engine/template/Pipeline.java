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
package io.haumea.engine.template;

import io.haumea.engine.template.text.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value and the functions that it is led through, each getting the value before as its last
 * argument.
 *
 * @param first makes the value
 * @param calls the functions
 * @param slots the variables that keep the result; of a {@code range} they are set by the loop
 * @param declares whether it declares them, and doesn't only assign
 */
record Pipeline(Operand first, List<Operand.Call> calls, List<Integer> slots, boolean declares) {

    /** The value, kept in the variables; {@link Values#NOTHING} for nil. */
    Object value(Run run, @Nullable Object dot) {
        Object value = result(run, dot);
        for (int slot : slots) {
            run.variable(slot, value);
        }
        return value;
    }

    /** The value, for a loop that sets the variables itself. */
    Object result(Run run, @Nullable Object dot) {
        Object value = first.value(run, dot);
        for (Operand.Call call : calls) {
            value = call.piped(run, dot, value);
        }
        return value == null ? Values.NOTHING : value;
    }
}
