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
package io.haumea.rest;

import io.haumea.rest.access.AccessGate;
import io.haumea.rest.http.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A request of the servlet container.
 *
 * @param request the request
 */
record ServletExchange(HttpServletRequest request) implements Exchange {

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String path() {
        return AccessGate.path(request);
    }

    /** From the address alone: the container's own look-up would read a form's body as well. */
    @Override
    public Optional<String> parameter(String name) {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return decode(pair.substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> decode(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a broken escape is no value
        }
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    @Override
    public Optional<String> session() {
        return Optional.ofNullable(AccessGate.session(request));
    }

    @Override
    public boolean secure() {
        return request.isSecure();
    }

    @Override
    public InputStream body() throws IOException {
        return request.getInputStream();
    }
}
