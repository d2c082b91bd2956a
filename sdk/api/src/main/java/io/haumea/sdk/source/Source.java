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

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Brings messages from outside. {@link #open} and {@link #close} are called once each, on a thread
 * of the plugin.
 *
 * <p>More abilities by further interfaces: {@link Rewindable}, {@link Acknowledging}.
 */
@ConsumerType
public interface Source {

    /**
     * Begins to bring messages to {@link SourceContext#emit}, on threads of the source's own or of
     * {@link SourceContext#executor}. Returns soon: what takes time or may fail because the outside
     * is away goes on in the background, is tried again with growing pauses, and is told by {@link
     * SourceContext#status}.
     *
     * @param context what the engine offers, until {@link #close} returns
     * @throws Exception if it can never work; the rule stops with that reason
     */
    void open(SourceContext context) throws Exception;

    /**
     * Ends. After it returns no message may be emitted. Also called when {@link #open} failed.
     *
     * @throws Exception if it could not end cleanly; logged
     */
    void close() throws Exception;
}
