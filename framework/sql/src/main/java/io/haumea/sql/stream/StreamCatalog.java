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
package io.haumea.sql.stream;

import java.util.Collection;
import java.util.Optional;

/** Finds stream definitions. Implemented outside; may be called from any thread. */
public interface StreamCatalog {

    /**
     * The stream of that name.
     *
     * @param name exactly as in its definition
     * @return the definition, or empty
     */
    Optional<StreamDefinition> find(String name);

    /** The names of all streams, for proposals when one is misspelt. */
    Collection<String> names();
}
