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
package io.haumea.sdk.store;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Opens a kind of state store. A component named by {@link StateStoreType}.
 *
 * @param <O> its options record (see {@link io.haumea.sdk.config.Option})
 */
@ConsumerType
public interface StateStoreFactory<O extends Record> {

    /** The options record. */
    Class<O> options();

    /**
     * Opens the store. May block.
     *
     * @param options what the operator configured
     * @param folder a folder of its own that exists
     * @return the open store
     * @throws io.haumea.sdk.error.HaumeaException if it can't be opened, saying why
     */
    StateStore open(O options, Path folder);
}
