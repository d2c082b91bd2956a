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
package io.haumea.engine.window;

/** Keeps rows and hands on those of a window when it ends. Used by the rule's thread alone. */
public interface RowWindow {

    /**
     * Takes a row. In processing time its time is now; in event time it may be too late, and is
     * then dropped.
     *
     * @param row the row
     */
    void add(HeldRow row);
}
