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

/** Who can mend an error, and with that: whether it is worth trying again. */
public enum ErrorCategory {
    /**
     * What a person wrote is wrong: SQL, a rule, an option, a payload. Trying again does not help.
     */
    USER,
    /** An outside system is away or answers with a failure that may pass. Worth trying again. */
    EXTERNAL,
    /** Something of this machine is used up: disk, memory, a port. Worth trying again, slowly. */
    RESOURCE,
    /**
     * A defect in Haumea or in a plugin. Trying again does not help; logged with its stack trace.
     */
    INTERNAL
}
