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

import io.haumea.engine.template.text.FunctionException;
import io.haumea.engine.template.text.Values;
import org.jspecify.annotations.Nullable;

/**
 * A function of templates.
 *
 * @param name how it is called
 * @param least how many arguments it needs
 * @param most how many it takes; {@link #MANY} for any number
 * @param body what it does
 */
record Function(String name, int least, int most, Body body) {

    static final int MANY = Integer.MAX_VALUE;

    /** What a function does. */
    @FunctionalInterface
    interface Body {
        @Nullable Object call(@Nullable Object[] arguments) throws FunctionException;

        /** Whether the value of an argument is the result, whatever comes after it. */
        default boolean decides(@Nullable Object argument) {
            return false;
        }
    }

    /** The value of the last argument, or of the first whose truth is the given one. */
    record Choice(boolean truth) implements Body {
        @Override
        public @Nullable Object call(@Nullable Object[] arguments) {
            return arguments[arguments.length - 1];
        }

        @Override
        public boolean decides(@Nullable Object argument) {
            return Values.truth(argument) == truth;
        }
    }

    boolean decides(@Nullable Object argument) {
        return body.decides(argument);
    }

    @Nullable Object call(@Nullable Object[] arguments) throws FunctionException {
        return body.call(arguments);
    }

    /** Why it doesn't take so many arguments, or null if it does. */
    @Nullable String refusal(int count) {
        if (count >= least && count <= most) {
            return null;
        }
        String wanted = most == MANY ? "at least " + least : String.valueOf(least);
        if (most != MANY && most != least) {
            wanted = least + " to " + most;
        }
        return "wrong number of args for " + name + ": want " + wanted + " got " + count;
    }
}
