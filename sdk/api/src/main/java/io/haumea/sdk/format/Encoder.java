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

import io.haumea.sdk.data.Row;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Writes payloads. Used by one thread at a time; must not block. */
@ConsumerType
public interface Encoder {

    /**
     * Writes rows as one payload, such as a JSON array of objects.
     *
     * @param rows in order, may be empty
     * @return the payload, a new array
     * @throws io.haumea.sdk.error.HaumeaException if a value can't be written, such as NaN in JSON
     */
    byte[] encode(List<? extends Row> rows);

    /**
     * Writes one row as a payload of its own, such as a JSON object.
     *
     * @param row the row
     * @return the payload, a new array
     * @throws io.haumea.sdk.error.HaumeaException if a value can't be written
     */
    byte[] encodeSingle(Row row);
}
