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
package io.haumea.server.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Settings of EMQ X Kuiper that are found elsewhere here. A file that was brought along may have
 * them, and nobody should have to wonder why they have no effect.
 */
final class IgnoredSettings {

    private IgnoredSettings() {}

    /**
     * What to tell of the file.
     *
     * @param port where the REST API listens
     * @return one sentence for each setting that has no effect and differs from what is
     */
    static List<String> of(Section file, int port) {
        List<String> told = new ArrayList<>();
        file.written("basic.restPort")
                .filter(value -> !value.text().equals(Integer.toString(port)))
                .ifPresent(
                        value ->
                                told.add(
                                        value.place()
                                                + ": basic.restPort "
                                                + value.text()
                                                + " has no effect, the port is "
                                                + port
                                                + "; start with --port "
                                                + value.text()
                                                + ", or set org.osgi.service.http.port in"
                                                + " kernel.properties"));
        for (String key : List.of("basic.debug", "basic.prometheus", "basic.consoleLog")) {
            file.written(key)
                    .filter(value -> value.text().equalsIgnoreCase("true"))
                    .ifPresent(value -> told.add(noEffect(value, key)));
        }
        file.written("basic.restTls")
                .ifPresent(value -> told.add(noEffect(value, "basic.restTls")));
        return told;
    }

    private static String noEffect(Section.Written value, String key) {
        String instead =
                switch (key) {
                    case "basic.debug" -> "set the level of root in logback.xml to DEBUG";
                    case "basic.consoleLog" -> "the log goes to the console and to log/haumea.log";
                    case "basic.restTls" ->
                            "the REST API speaks HTTP; put a proxy that speaks HTTPS before it";
                    default -> "metrics are in the status of each rule";
                };
        return value.place() + ": " + key + " has no effect; " + instead;
    }
}
