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

import io.haumea.sdk.data.Schema;
import org.osgi.annotation.versioning.ProviderType;

/** The stream that a source is for. Immutable. */
@ProviderType
public interface SourceSpec {

    /** The name of the stream. */
    String stream();

    /** The stream's {@code DATASOURCE}: a topic, a file, a path; empty if not given. */
    String dataSource();

    /** The declared columns, or {@link Schema#NONE}. */
    Schema schema();
}
