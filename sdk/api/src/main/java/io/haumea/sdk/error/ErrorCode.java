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
package io.haumea.sdk.error;

import java.util.Locale;
import java.util.Objects;

/**
 * The stable name of one kind of error, so that people can look it up and code can compare it.
 *
 * @param name upper-case words joined by underscores, unique within its owner, such as {@code
 *     MQTT_CONNECT}
 * @param category who can mend it
 */
public record ErrorCode(String name, ErrorCategory category) {

    /** Checks the name. */
    public ErrorCode {
        Objects.requireNonNull(category, "category");
        if (name.isEmpty() || !name.equals(name.toUpperCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "An error code is written in upper case, was '" + name + "'");
        }
    }

    /** An option of a plugin, stream or rule has a value that can't be used. */
    public static final ErrorCode INVALID_OPTION =
            new ErrorCode("INVALID_OPTION", ErrorCategory.USER);

    /** A payload is not what its format or the stream's columns ask for. */
    public static final ErrorCode INVALID_PAYLOAD =
            new ErrorCode("INVALID_PAYLOAD", ErrorCategory.USER);

    /** A function was called with arguments that it doesn't take. */
    public static final ErrorCode INVALID_ARGUMENT =
            new ErrorCode("INVALID_ARGUMENT", ErrorCategory.USER);

    /** An outside system can't be reached. */
    public static final ErrorCode UNREACHABLE =
            new ErrorCode("UNREACHABLE", ErrorCategory.EXTERNAL);

    /** An outside system answered, and refused what was asked. */
    public static final ErrorCode REFUSED = new ErrorCode("REFUSED", ErrorCategory.USER);

    /** A disk, a port, memory or another thing of this machine is used up. */
    public static final ErrorCode RESOURCE = new ErrorCode("RESOURCE", ErrorCategory.RESOURCE);

    /** A defect. */
    public static final ErrorCode INTERNAL = new ErrorCode("INTERNAL", ErrorCategory.INTERNAL);
}
