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

import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was compiled from the texts used last in one place of a rule, such as a pattern: nearly
 * always one constant text, which costs a comparison of references. Also keeps what was wrong with
 * a text. Used by one thread at a time.
 *
 * @param <T> what a text is compiled to
 */
final class Compiled<T> {

    private static final int MOST = 16;

    private final Function<String, T> compiler;
    private final Map<String, Outcome<T>> kept = new LinkedHashMap<>(MOST, 0.75f, true);
    private @Nullable String lastText;
    private @Nullable Outcome<T> last;

    Compiled(Function<String, T> compiler) {
        this.compiler = compiler;
    }

    private record Outcome<T>(@Nullable T value, String problem) {}

    /**
     * What a text compiles to.
     *
     * @param text the text
     * @return what the compiler made of it, now or earlier
     * @throws HaumeaException if the compiler refuses it
     */
    T get(String text) {
        Outcome<T> outcome = last;
        if (outcome == null || !text.equals(lastText)) {
            outcome = find(text);
            lastText = text;
            last = outcome;
        }
        if (outcome.value() == null) {
            throw new HaumeaException(ErrorCode.INVALID_ARGUMENT, outcome.problem());
        }
        return outcome.value();
    }

    private Outcome<T> find(String text) {
        Outcome<T> known = kept.get(text);
        if (known != null) {
            return known;
        }
        if (kept.size() == MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
        Outcome<T> made = compile(text);
        kept.put(text, made);
        return made;
    }

    private Outcome<T> compile(String text) {
        try {
            return new Outcome<>(compiler.apply(text), "");
        } catch (HaumeaException e) {
            return new Outcome<>(null, Objects.toString(e.getMessage(), ""));
        }
    }
}
