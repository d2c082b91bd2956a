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
package io.haumea.server.access;

import org.jspecify.annotations.Nullable;

/**
 * What an HTTP request says of where it comes from; free of any HTTP library, so that every surface
 * can be checked in the same way.
 *
 * @param method the HTTP method in upper case
 * @param host the header {@code Host}
 * @param origin the header {@code Origin}
 * @param fetchSite the header {@code Sec-Fetch-Site}
 * @param authorization the header {@code Authorization}
 * @param session the value of the session cookie
 * @param loopback whether it was sent from this machine, and not on behalf of another one
 */
public record RequestFacts(
        String method,
        @Nullable String host,
        @Nullable String origin,
        @Nullable String fetchSite,
        @Nullable String authorization,
        @Nullable String session,
        boolean loopback) {}
