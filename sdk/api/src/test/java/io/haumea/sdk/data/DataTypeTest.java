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
package io.haumea.sdk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DataTypeTest {

    @Test
    void whenATypeIsWritten_thenItIsAsInSql() {
        DataType struct =
                DataType.struct(
                        List.of(
                                new Field("a", DataType.BIGINT),
                                new Field("b", DataType.array(DataType.STRING))));

        assertThat(struct.text()).isEqualTo("struct(a bigint, b array(string))");
        assertThat(struct).hasToString("struct(a bigint, b array(string))");
        assertThat(DataType.array(struct).text()).isEqualTo("array(" + struct.text() + ")");
        assertThat(DataType.DATETIME).hasToString("datetime");
    }

    @Test
    void whenTypesAreMadeAlike_thenTheyAreEqual() {
        assertThat(DataType.array(DataType.FLOAT)).isEqualTo(DataType.array(DataType.FLOAT));
        assertThat(DataType.BIGINT).isNotEqualTo(DataType.FLOAT);
    }

    @Test
    void whenAStructHasNoFields_thenItIsRefused() {
        assertThatThrownBy(() -> DataType.struct(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A struct has at least one field");
    }

    @Test
    void whenAColumnIsLookedUp_thenCaseDoesNotMatter() {
        Schema schema = new Schema(List.of(new Field("Temperature", DataType.FLOAT)));

        assertThat(schema.field("TEMPERATURE")).contains(new Field("Temperature", DataType.FLOAT));
        assertThat(schema.field("other")).isEmpty();
        assertThat(schema.schemaless()).isFalse();
        assertThat(Schema.NONE.schemaless()).isTrue();
    }
}
