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
package io.haumea.sdk.sink;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/** A sink that answers later, so that no thread waits for the outside. */
@ConsumerType
public interface AsyncSink extends Sink {

    /**
     * Sends one delivery and returns at once. Called instead of {@link #send}, in order, and not
     * again before the last stage has completed.
     *
     * @param delivery what to send
     * @return completes when it is sent, exceptionally with what {@link #send} would throw
     */
    CompletionStage<@Nullable Void> sendAsync(Delivery delivery);
}
