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
package io.haumea.builtin.json;

import io.haumea.sdk.data.Schema;
import io.haumea.sdk.format.Format;
import io.haumea.sdk.format.FormatFactory;
import io.haumea.sdk.format.FormatType;
import org.osgi.service.component.annotations.Component;

/**
 * The format {@code json}. A payload is exactly one JSON object in UTF-8, strictly as RFC 8259 has
 * it; a result is an array of objects with sorted keys. Columns need not be declared, and what a
 * declared type makes of a value is not the format's business.
 */
@Component
@FormatType("json")
public final class JsonFormatFactory implements FormatFactory {

    @Override
    public Format create(Schema schema) {
        return new JsonFormat();
    }
}
