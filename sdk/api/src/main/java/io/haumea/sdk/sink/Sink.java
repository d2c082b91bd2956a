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

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Takes results to the outside. All methods are called by one thread at a time, on a thread of the
 * plugin's pool.
 *
 * <p>More abilities by further interfaces: {@link AsyncSink}, {@link Truncating}, {@link
 * Deduplicating}.
 */
@ConsumerType
public interface Sink {

    /**
     * Gets ready. May block for as long as a connection takes to be tried; an outside that is away
     * may also be told by {@link SinkContext#status} and tried again at {@link #send}.
     *
     * @param context what the engine offers, until {@link #close} returns
     * @throws Exception a {@link io.haumea.sdk.error.HaumeaException} that is retryable, or a
     *     {@link java.io.IOException}, to be called again after a pause; anything else stops the
     *     rule
     */
    void open(SinkContext context) throws Exception;

    /**
     * Sends one delivery. May block; the action's further deliveries wait meanwhile, other actions
     * don't. Called in order.
     *
     * @param delivery what to send
     * @throws Exception a {@link io.haumea.sdk.error.HaumeaException} that is retryable, or a
     *     {@link java.io.IOException}, to have the same delivery sent again after the action's
     *     {@code retryInterval}; with anything else the delivery is given up and counted
     */
    void send(Delivery delivery) throws Exception;

    /**
     * Ends. Also called when {@link #open} failed.
     *
     * @throws Exception if it could not end cleanly; logged
     */
    void close() throws Exception;
}
