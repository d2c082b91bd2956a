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
package io.haumea.sdk.state;

import java.util.Objects;

/**
 * How the connection of a source or sink to the outside is. The outside world's failures are
 * status, not exceptions.
 *
 * @param state connecting, connected or disconnected
 * @param reason one sentence for people; empty where there is nothing to say
 */
public record Status(State state, String reason) {

    /** The state of a connection. */
    public enum State {
        /** Being set up for the first time, or again. */
        CONNECTING,
        /** Working. */
        CONNECTED,
        /** Lost or refused; the plugin tries again by itself. */
        DISCONNECTED
    }

    /** Checks that both are there. */
    public Status {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * Being set up.
     *
     * @param reason where to, or why again
     * @return the status
     */
    public static Status connecting(String reason) {
        return new Status(State.CONNECTING, reason);
    }

    /** Working. */
    public static Status connected() {
        return new Status(State.CONNECTED, "");
    }

    /**
     * Lost or refused.
     *
     * @param reason why
     * @return the status
     */
    public static Status disconnected(String reason) {
        return new Status(State.DISCONNECTED, reason);
    }
}
