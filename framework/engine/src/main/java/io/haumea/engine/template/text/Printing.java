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
package io.haumea.engine.template.text;

import org.jspecify.annotations.Nullable;

/** {@code print} and {@code println}. */
public final class Printing {

    private Printing() {}

    /** All arguments, with a space between two neither of which is a text. */
    public static String print(@Nullable Object[] arguments) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < arguments.length; i++) {
            boolean texts =
                    i == 0 || arguments[i] instanceof String || arguments[i - 1] instanceof String;
            text.append(texts ? "" : " ").append(Values.text(arguments[i]));
        }
        return text.toString();
    }

    /** All arguments with spaces between them, and a line end. */
    public static String println(@Nullable Object[] arguments) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < arguments.length; i++) {
            text.append(i == 0 ? "" : " ").append(Values.text(arguments[i]));
        }
        return text.append('\n').toString();
    }

    /** All arguments as one text that is to be escaped. */
    public static String whole(@Nullable Object[] arguments) {
        if (arguments.length == 1) {
            return Values.printed(arguments[0]);
        }
        @Nullable Object[] shown = arguments.clone();
        for (int i = 0; i < shown.length; i++) {
            shown[i] = shown[i] == null ? Values.printed(null) : shown[i];
        }
        return print(shown);
    }
}
