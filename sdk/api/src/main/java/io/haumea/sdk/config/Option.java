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

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares one option of a plugin on a component of its options record. Parsing, error messages,
 * the reference page and the console's form are made from it.
 *
 * <p>Supported component types: {@code String}, {@code int}, {@code long}, {@code double}, {@code
 * boolean}, their boxes, {@link java.time.Duration}, {@link java.net.URI}, an enum, {@code
 * List<String>} and {@code Map<String, String>}. A component that may be missing, and has no
 * fallback, is annotated {@code @Nullable}; a missing list or map is empty.
 *
 * <p>Read from record components alone. That it may also stand on a field lets the compiler copy it
 * to the record's field, where bnd sees it and imports this package: without that import the
 * annotation would be invisible inside a bundle.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Option {

    /** The key as users write it; found without regard to case. */
    String key();

    /** What it means, in one or two sentences. */
    String doc();

    /** The unit of a number, such as {@code ms}; for a duration that of a bare number. */
    String unit() default "";

    /** The value where none is given, written as text; empty for none. */
    String fallback() default "";

    /** Whether a value must be given. */
    boolean required() default false;

    /** Whether the value is kept out of answers and logs. */
    boolean secret() default false;
}
