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
package io.haumea.builtin;

import io.haumea.builtin.function.BuiltinFunctions;
import io.haumea.builtin.json.JsonFormatFactory;
import io.haumea.builtin.sink.LogSinkFactory;
import io.haumea.builtin.sink.NopSinkFactory;
import io.haumea.sdk.format.FormatFactory;
import io.haumea.sdk.format.FormatType;
import io.haumea.sdk.function.FunctionLibrary;
import io.haumea.sdk.sink.SinkFactory;
import io.haumea.sdk.sink.SinkType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything built in, for runners without OSGi. These are the classes that are components inside
 * it, under the same names. Stateless and thread-safe; every call makes new factories.
 */
public final class Builtins {

    private Builtins() {}

    /** The formats by name. */
    public static Map<String, FormatFactory> formats() {
        return byName(
                Stream.of(new JsonFormatFactory()),
                factory -> factory.getClass().getAnnotation(FormatType.class).value());
    }

    /** The sinks by name. */
    public static Map<String, SinkFactory<?>> sinks() {
        return byName(
                Stream.of(new LogSinkFactory(), new NopSinkFactory()),
                factory -> factory.getClass().getAnnotation(SinkType.class).value());
    }

    /** The function libraries. */
    public static List<FunctionLibrary> functionLibraries() {
        return List.of(new BuiltinFunctions());
    }

    private static <F> Map<String, F> byName(Stream<F> factories, Function<F, String> name) {
        return factories.collect(Collectors.toUnmodifiableMap(name, factory -> factory));
    }
}
