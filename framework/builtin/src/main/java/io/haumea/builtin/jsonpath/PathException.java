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
package io.haumea.builtin.jsonpath;

/**
 * A path that can't be read or leads nowhere. Without a stack trace: filters meet it for every
 * element that lacks a member.
 */
final class PathException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String text;
    private final boolean fatal;

    PathException(String text) {
        this(text, false);
    }

    private PathException(String text, boolean fatal) {
        super(text, null, false, false);
        this.text = text;
        this.fatal = fatal;
    }

    /** Ends the evaluation, while other errors only mean that a branch doesn't match. */
    static PathException fatal(String text) {
        return new PathException(text, true);
    }

    String text() {
        return text;
    }

    /** Goes on with the next branch, unless the evaluation is at its end. */
    void skipBranch() {
        if (fatal) {
            throw this;
        }
    }
}
