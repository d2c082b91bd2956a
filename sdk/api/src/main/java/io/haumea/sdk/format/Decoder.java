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
package io.haumea.sdk.format;

import org.osgi.annotation.versioning.ConsumerType;

/** Reads payloads. Used by one thread at a time; must not block. */
@ConsumerType
public interface Decoder {

    /**
     * Reads one payload into a row. The whole payload is checked, also the parts that nobody wants.
     *
     * @param payload the bytes; not to be changed
     * @param row receives the wanted columns
     * @throws io.haumea.sdk.error.HaumeaException with {@link
     *     io.haumea.sdk.error.ErrorCode#INVALID_PAYLOAD}, saying what is wrong and at which byte;
     *     what the row received until then is thrown away
     */
    void decode(byte[] payload, RowBuilder row);
}
