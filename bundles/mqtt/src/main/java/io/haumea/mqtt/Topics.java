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
package io.haumea.mqtt;

import java.nio.charset.StandardCharsets;

/** The rules of topic names and filters (MQTT 3.1.1, section 4.7). */
final class Topics {

    private static final int LONGEST = 65_535;
    private static final String SHARE = "$share/";

    private Topics() {}

    /**
     * Checks a filter.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static void checkFilter(String filter) {
        checkText(filter);
        String[] levels = filter.split("/", -1);
        for (int i = 0; i < levels.length; i++) {
            String level = levels[i];
            boolean wildcard = level.contains("#") || level.contains("+");
            if (wildcard && level.length() > 1) {
                throw new IllegalArgumentException(
                        "topic filter '"
                                + filter
                                + "' has a wildcard beside other text of a level");
            }
            if (level.equals("#") && i < levels.length - 1) {
                throw new IllegalArgumentException(
                        "topic filter '" + filter + "' goes on after #, which must be its end");
            }
        }
    }

    /**
     * Checks a topic to publish on.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static void checkName(String topic) {
        checkText(topic);
        if (topic.contains("#") || topic.contains("+")) {
            throw new IllegalArgumentException(
                    "topic '" + topic + "' has a wildcard; messages go to one topic");
        }
    }

    private static void checkText(String topic) {
        if (topic.isEmpty()) {
            throw new IllegalArgumentException("the topic is empty");
        }
        if (topic.indexOf('\0') >= 0 || topic.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new IllegalArgumentException(
                    "the topic has a null character or more than 65535 bytes");
        }
    }

    /**
     * The filter by which all subscribers of a group get each message once between them; one that
     * is shared already stays.
     *
     * @param group the name of the group; characters that have a meaning in topics are replaced
     */
    static String shared(String group, String filter) {
        if (filter.startsWith(SHARE)) {
            return filter;
        }
        return SHARE + group.replaceAll("[/+#\0]", "_") + "/" + filter;
    }
}
