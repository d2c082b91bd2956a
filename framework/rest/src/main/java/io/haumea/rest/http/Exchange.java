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
package io.haumea.rest.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A request as routes see it; keeps them free of the servlet library. */
public interface Exchange {

    /** The HTTP method. */
    String method();

    /** The decoded path, beginning with a slash. */
    String path();

    /**
     * A parameter of the address.
     *
     * @param name its name
     * @return its first value, or empty
     */
    Optional<String> parameter(String name);

    /**
     * A header.
     *
     * @param name its name in any case
     * @return its first value, or empty
     */
    Optional<String> header(String name);

    /** The value of the session cookie, or empty. */
    Optional<String> session();

    /** Whether the request came over an encrypted connection. */
    boolean secure();

    /**
     * The body; read by whoever needs it.
     *
     * @return the stream
     * @throws IOException if the client is gone
     */
    InputStream body() throws IOException;
}
