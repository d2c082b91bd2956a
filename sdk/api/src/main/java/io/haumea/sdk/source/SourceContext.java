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
package io.haumea.sdk.source;

import io.haumea.sdk.data.Message;
import io.haumea.sdk.state.PluginContext;
import org.osgi.annotation.versioning.ProviderType;

/** What the engine offers to an open source. */
@ProviderType
public interface SourceContext extends PluginContext {

    /**
     * Hands over a message. Thread-safe; messages of one thread keep their order. Waits while the
     * engine is behind, so that the outside is slowed down; does nothing once the source is closed.
     *
     * @param message the message
     */
    void emit(Message message);

    /**
     * Tells that the source can't go on for good. The rules that use it stop with that reason.
     *
     * @param cause why
     */
    void fail(Throwable cause);

    /**
     * Counts a message that had to be thrown away before it could be emitted, and keeps the reason
     * as the last exception.
     *
     * @param cause why
     */
    void reject(Throwable cause);
}
