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
package io.haumea.sdk.source;

/** Whether rules on the same stream share one source. */
public enum Sharing {
    /**
     * One instance for all rules of a stream definition: the outside pushes, and nobody can ask for
     * what is past (MQTT, a listening port).
     */
    LIVE,
    /**
     * One instance for each rule: the source can start anywhere, or makes its own data (a file, a
     * polled address). It waits when its rule is behind.
     */
    PRIVATE
}
