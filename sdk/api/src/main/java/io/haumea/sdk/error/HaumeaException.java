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

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An error with a code, a sentence for people, and where it helps, what to do about it.
 *
 * <p>The category of the code decides what the engine does: {@link ErrorCategory#EXTERNAL} and
 * {@link ErrorCategory#RESOURCE} are tried again, the others are not. Immutable and thread-safe.
 */
public class HaumeaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;
    private final @Nullable String remedy;

    /**
     * An error without a remedy and without a cause.
     *
     * @param code the kind of error
     * @param message one sentence: what was wrong, and where
     */
    public HaumeaException(ErrorCode code, String message) {
        this(code, message, null, null);
    }

    /**
     * An error that another one caused.
     *
     * @param code the kind of error
     * @param message one sentence: what was wrong, and where
     * @param cause what led to it
     */
    public HaumeaException(ErrorCode code, String message, Throwable cause) {
        this(code, message, null, cause);
    }

    /**
     * An error in full.
     *
     * @param code the kind of error
     * @param message one sentence: what was wrong, and where
     * @param remedy what the reader can do about it, or null
     * @param cause what led to it, or null
     */
    public HaumeaException(
            ErrorCode code, String message, @Nullable String remedy, @Nullable Throwable cause) {
        super(Objects.requireNonNull(message, "message"), cause);
        this.code = Objects.requireNonNull(code, "code");
        this.remedy = remedy;
    }

    /** The kind of error. */
    public final ErrorCode code() {
        return code;
    }

    /** Who can mend it; the same as {@code code().category()}. */
    public final ErrorCategory category() {
        return code.category();
    }

    /** What the reader can do about it, where the thrower knew. */
    public final Optional<String> remedy() {
        return Optional.ofNullable(remedy);
    }

    /** Whether the same call may succeed later without anybody changing what was written. */
    public final boolean retryable() {
        return code.category() == ErrorCategory.EXTERNAL
                || code.category() == ErrorCategory.RESOURCE;
    }
}
