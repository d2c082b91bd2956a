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
package io.haumea.engine.port;

/**
 * The right to use something that a plugin contributes, until it is given back.
 *
 * @param <T> what is leased
 */
public interface Lease<T> extends AutoCloseable {

    /** What is leased. */
    T service();

    /** The plugin it comes from; {@code builtin} for what is always there. */
    String plugin();

    /** The version of that plugin. */
    String version();

    /** Gives it back. Does nothing the second time. Thread-safe. */
    @Override
    void close();
}
