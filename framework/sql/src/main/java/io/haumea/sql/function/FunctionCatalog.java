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
package io.haumea.sql.function;

import io.haumea.sdk.function.FunctionDefinition;
import java.util.Collection;
import java.util.Optional;

/**
 * Finds functions while one rule is analysed. Implemented outside; an implementation may note which
 * functions were asked for, so that they stay until the rule ends.
 */
public interface FunctionCatalog {

    /**
     * The function of that name.
     *
     * @param name in any case
     * @return the function, or empty
     */
    Optional<FunctionDefinition> find(String name);

    /** The names of all functions, for proposals when one is misspelt. */
    Collection<String> names();
}
