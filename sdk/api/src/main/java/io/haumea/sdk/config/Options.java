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
package io.haumea.sdk.config;

import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and describes options records (see {@link Option}).
 *
 * <p>Stateless and thread-safe.
 */
public final class Options {

    private Options() {}

    /**
     * Makes an options record from what a user wrote. Keys are found without regard to case;
     * unknown keys are ignored, as configuration is shared between versions.
     *
     * @param type the options record
     * @param values keys and values as they come from JSON, YAML or a {@code WITH} clause
     * @param owner who is configured, for messages, such as {@code mqtt source}
     * @param <O> the options record
     * @return the record
     * @throws HaumeaException with {@link ErrorCode#INVALID_OPTION}, naming owner, key and value
     */
    public static <O extends Record> O read(
            Class<O> type, Map<String, ? extends @Nullable Object> values, String owner) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Option option = declaration(type, components[i]);
            Object given = find(values, option.key());
            arguments[i] = new OptionValue(components[i], option, owner).convert(given);
        }
        return construct(type, arguments, owner);
    }

    /**
     * The declared options of a record, in the order of its components.
     *
     * @param type the options record
     * @return one entry for each option
     */
    public static List<OptionSpec> describe(Class<? extends Record> type) {
        List<OptionSpec> specs = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Option option = declaration(type, component);
            specs.add(
                    new OptionSpec(
                            option.key(),
                            OptionValue.kind(component),
                            option.doc(),
                            option.unit(),
                            option.fallback(),
                            option.required(),
                            option.secret(),
                            OptionValue.choices(component)));
        }
        return specs;
    }

    private static Option declaration(Class<?> type, RecordComponent component) {
        Option option = component.getAnnotation(Option.class);
        if (option == null) {
            throw new HaumeaException(
                    ErrorCode.INTERNAL,
                    "Component '"
                            + component.getName()
                            + "' of "
                            + type.getName()
                            + " has no @Option");
        }
        return option;
    }

    private static @Nullable Object find(
            Map<String, ? extends @Nullable Object> values, String key) {
        Object exact = values.get(key);
        if (exact != null) {
            return exact;
        }
        for (Map.Entry<String, ? extends @Nullable Object> entry : values.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(key)) {
                return entry.getValue();
            }
        }
        return null;
    }

    private static <O extends Record> O construct(
            Class<O> type, @Nullable Object[] arguments, String owner) {
        Class<?>[] parameters =
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        try {
            Constructor<O> constructor = type.getDeclaredConstructor(parameters);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof HaumeaException known) {
                throw known;
            }
            throw new HaumeaException(
                    ErrorCode.INVALID_OPTION,
                    owner + ": " + String.valueOf(e.getCause().getMessage()),
                    e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new HaumeaException(
                    ErrorCode.INTERNAL, "Options record " + type.getName() + " can't be made", e);
        }
    }
}
