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
package io.haumea.server.rule;

import java.util.regex.Pattern;

/** What can be the id of a rule: a part of a path of the REST API. */
final class RuleIds {

    private static final Pattern BAD = Pattern.compile("[/\\\\%;\\p{Cntrl}]");

    private RuleIds() {}

    /**
     * Checks the id of a new rule.
     *
     * @throws RuleException if nobody could ask for such a rule
     */
    static void check(String id) {
        boolean dots = id.equals(".") || id.equals("..");
        if (dots || BAD.matcher(id).find() || !id.equals(id.strip())) {
            throw new RuleException(
                    "Invalid rule id '"
                            + id
                            + "': it is a part of addresses such as /rules/ID/status, so it can't"
                            + " hold / \\ % ; or control characters, begin or end with a blank,"
                            + " or be one or two dots.",
                    false);
        }
    }
}
