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

import io.haumea.sdk.data.Field;
import java.util.Map;

/** Texts about stream definitions. */
public final class StreamText {

    private static final String RULE = "-".repeat(80);

    private StreamText() {}

    /**
     * What DESCRIBE STREAM answers: columns, an empty line, options by name. Ends with a line
     * break.
     *
     * @param stream the stream
     * @return the text
     */
    public static String describe(StreamDefinition stream) {
        StringBuilder text = new StringBuilder("Fields\n").append(RULE).append('\n');
        for (Field field : stream.schema().fields()) {
            text.append(field.name()).append('\t').append(field.type().text()).append('\n');
        }
        text.append('\n');
        for (Map.Entry<String, String> option : stream.options().entrySet()) {
            text.append(option.getKey()).append(": ").append(option.getValue()).append('\n');
        }
        return text.toString();
    }
}
