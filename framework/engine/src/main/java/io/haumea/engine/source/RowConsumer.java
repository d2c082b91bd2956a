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
package io.haumea.engine.source;

import io.haumea.engine.row.DecodedBatch;

/** A rule as its sources see it. All methods are quick and never block. */
public interface RowConsumer {

    /**
     * Offers messages.
     *
     * @param input which of the rule's inputs they are of
     * @param batch the messages
     * @return false if there is no room: then they are lost to this rule
     */
    boolean offer(int input, DecodedBatch batch);

    /** Whether a further batch would find room now. */
    boolean hasRoom();

    /**
     * Whether the source should let the rule work first: much waits, but the rule would work it off
     * in a moment. Not so for a rule that is slow.
     */
    boolean crowded();

    /**
     * The source can't go on.
     *
     * @param cause why
     */
    void sourceFailed(Throwable cause);
}
