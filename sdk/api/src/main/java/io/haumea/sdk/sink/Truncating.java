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
package io.haumea.sdk.sink;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A sink whose output can be cut back to an earlier position, such as a file: what was written
 * after a checkpoint is cut off before it is written again, so that it is there exactly once.
 */
@ConsumerType
public interface Truncating extends Sink {

    /**
     * The position after all that was sent, made durable by this call.
     *
     * @return an SDK value
     * @throws Exception if it can't be made durable
     */
    Object position() throws Exception;

    /**
     * Cuts off all that was sent after a position. Called once, after {@link #open} and before the
     * first {@link #send}.
     *
     * @param position an earlier {@link #position}
     * @throws Exception if the position is no longer there
     */
    void truncate(Object position) throws Exception;
}
