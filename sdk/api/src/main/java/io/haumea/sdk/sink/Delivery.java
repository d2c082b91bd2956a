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

import io.haumea.sdk.data.Row;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What an action sends at once: the rows of one emission of its rule, or one row of it with {@code
 * sendSingle}. Immutable, safe to keep and to read from any thread.
 */
@ProviderType
public interface Delivery {

    /**
     * The bytes to send: the rows in the action's format, or what its {@code dataTemplate} makes of
     * them. Made at the first call; not to be changed.
     */
    byte[] payload();

    /** The rows, for a sink that writes columns instead of bytes. */
    List<Row> rows();

    /**
     * Whether this tells of an error in the rule instead of a result; the only row then has the one
     * column {@code error}.
     */
    boolean error();

    /**
     * The number of the delivery within its action, rising by one; the same when it is sent again,
     * also after a crash.
     */
    long number();
}
