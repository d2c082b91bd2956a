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

import io.haumea.sdk.data.Schema;
import org.osgi.annotation.versioning.ConsumerType;

/** Makes a format. A component named by {@link FormatType}. Thread-safe. */
@ConsumerType
public interface FormatFactory {

    /**
     * Makes the format for one stream or one action.
     *
     * @param schema the declared columns, or {@link Schema#NONE}
     * @return the format
     * @throws io.haumea.sdk.error.HaumeaException if it can't work with such columns
     */
    Format create(Schema schema);
}
