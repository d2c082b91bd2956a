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
package io.haumea.sql.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.haumea.sdk.data.DataType;
import io.haumea.sdk.data.Field;
import io.haumea.sdk.data.Schema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamTextTest {

    @Test
    void whenAStreamIsDescribed_thenColumnsAndSortedOptionsAreListed() {
        Schema schema =
                new Schema(
                        List.of(
                                new Field("Temperature", DataType.FLOAT),
                                new Field("tags", DataType.array(DataType.STRING))));
        StreamDefinition stream =
                new StreamDefinition(
                        "demo", schema, Map.of("FORMAT", "JSON", "DATASOURCE", "devices/+"));

        assertThat(StreamText.describe(stream))
                .isEqualTo(
                        "Fields\n"
                                + "-".repeat(80)
                                + "\nTemperature\tfloat\ntags\tarray(string)\n\n"
                                + "DATASOURCE: devices/+\nFORMAT: JSON\n");
    }
}
