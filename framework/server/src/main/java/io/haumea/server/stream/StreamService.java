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
package io.haumea.server.stream;

import io.haumea.sql.stream.StreamDefinition;
import java.util.List;

/**
 * Streams. Thread-safe. Failures are {@link StreamException}s whose messages are the texts that
 * clients of EMQ X Kuiper 0.9 know.
 */
public interface StreamService {

    /**
     * Carries out a stream statement: CREATE, SHOW, DESCRIBE, EXPLAIN or DROP.
     *
     * @param sql the statement
     * @return the answer, such as {@code Stream demo is created.}
     */
    String execute(String sql);

    /** The names of all streams, sorted. */
    List<String> names();

    /**
     * A stream.
     *
     * @param name its name
     * @return the definition
     * @throws StreamException not found
     */
    StreamDefinition describe(String name);

    /**
     * Drops a stream; rules that use it go on with the definition they started with.
     *
     * @param name its name
     * @throws StreamException not found
     */
    void drop(String name);
}
