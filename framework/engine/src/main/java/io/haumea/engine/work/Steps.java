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
package io.haumea.engine.work;

import io.haumea.engine.expression.EvaluationException;
import java.util.Iterator;
import java.util.function.Consumer;

/** Work in steps that each take little time. Used by the rule's thread alone. */
@FunctionalInterface
public interface Steps {

    /**
     * Does the next step, if there is one.
     *
     * @return whether there was one
     * @throws EvaluationException if the whole work is in vain
     */
    boolean next();

    /**
     * Does the same with each of some items.
     *
     * @param items in order; not changed until the work is done
     * @param action what is done
     * @param <T> the items
     * @return the steps, one for each item
     */
    static <T> Steps each(Iterable<T> items, Consumer<? super T> action) {
        Iterator<T> rest = items.iterator();
        return () -> {
            if (!rest.hasNext()) {
                return false;
            }
            action.accept(rest.next());
            return true;
        };
    }
}
