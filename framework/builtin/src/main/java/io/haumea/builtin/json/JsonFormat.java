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

import io.haumea.sdk.format.Decoder;
import io.haumea.sdk.format.Encoder;
import io.haumea.sdk.format.Format;

/** Payloads that are one JSON object, results that are arrays of objects. */
final class JsonFormat implements Format {

    @Override
    public Decoder newDecoder() {
        return new JsonDecoder();
    }

    @Override
    public Encoder newEncoder() {
        return new JsonEncoder();
    }
}
