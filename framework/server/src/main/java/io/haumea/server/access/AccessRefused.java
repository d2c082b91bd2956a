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

import io.haumea.sdk.error.ErrorCategory;
import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;

/** A request that is turned away, with the HTTP status that says so. */
public final class AccessRefused extends HaumeaException {

    private static final long serialVersionUID = 1L;

    private static final ErrorCode CODE = new ErrorCode("ACCESS", ErrorCategory.USER);

    /** Nobody has logged in, and that is needed. */
    static final int UNAUTHORIZED = 401;

    /** Whoever has logged in may not do that, or the request came from a foreign page. */
    static final int FORBIDDEN = 403;

    /** The request names a host that this server is not. */
    static final int MISDIRECTED = 421;

    private final int status;

    AccessRefused(int status, String message) {
        super(CODE, message);
        this.status = status;
    }

    /** The HTTP status: 401 if a login would help, 403, or 421. */
    public int status() {
        return status;
    }
}
