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

import java.util.List;
import java.util.function.BiConsumer;
import org.osgi.annotation.versioning.ConsumerType;

/** Keeps byte values under text keys through crashes. Called by one thread at a time; may block. */
@ConsumerType
public interface StateStore extends AutoCloseable {

    /**
     * Carries out all changes, or none of them; when it returns they survive a crash.
     *
     * @param changes in order; a later change of a key wins
     * @throws io.haumea.sdk.error.HaumeaException if nothing was changed
     */
    void apply(List<StoreChange> changes);

    /**
     * Shows every entry whose key begins with a prefix, in the order of the keys.
     *
     * @param prefix may be empty
     * @param visitor receives key and value
     */
    void scan(String prefix, BiConsumer<String, byte[]> visitor);

    @Override
    void close();
}
