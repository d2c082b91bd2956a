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
 * Makes sources of one type. A component named by {@link SourceType}: the singleton; a source
 * belongs to one stream or one rule (see {@link Sharing}). Thread-safe.
 *
 * @param <O> the options record (see {@link io.haumea.sdk.config.Option})
 */
@ConsumerType
public interface SourceFactory<O extends Record> {

    /** The options record. */
    Class<O> options();

    /** Whether rules on the same stream share one source. */
    Sharing sharing();

    /**
     * Makes a source. Only assigns; connects nothing and starts nothing.
     *
     * @param options what the user configured
     * @param spec the stream it is for
     * @return a source that is not open yet
     * @throws io.haumea.sdk.error.HaumeaException if options don't go together
     */
    Source create(O options, SourceSpec spec);
}
