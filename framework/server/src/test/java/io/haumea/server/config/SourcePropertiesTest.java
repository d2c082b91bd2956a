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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcePropertiesTest {

    @TempDir Path etc;

    @BeforeEach
    void writeFiles() throws Exception {
        Files.createDirectories(etc.resolve("sources"));
        Files.createDirectories(etc.resolve("secrets"));
        Files.writeString(etc.resolve("secrets/token"), "s3cret\n");
        Files.writeString(
                etc.resolve("mqtt_source.yaml"),
                """
                default:
                  qos: 1
                  servers: [tcp://a:1883]
                  password: ${env:PASSWORD}
                other:
                  servers: [tcp://b:1883]
                """);
        Files.writeString(
                etc.resolve("sources/httppull.yaml"),
                """
                default:
                  url: http://localhost
                  headers: {Accept: application/json, X-Token: 'Bearer ${file:secrets/token}'}
                """);
    }

    @Test
    void whenAConfKeyIsGiven_thenItsKeysReplaceTheDefaults() {
        SourceProperties properties = properties(Map.of("PASSWORD", "p"));

        assertThat(properties.source("mqtt", "other"))
                .containsEntry("qos", 1L)
                .containsEntry("servers", List.of("tcp://b:1883"))
                .containsEntry("password", "p");
        assertThat(properties.source("mqtt", "unknown"))
                .containsEntry("servers", List.of("tcp://a:1883"));
    }

    @Test
    void whenTheEnvironmentOverrides_thenListsCanBeWrittenInAnyForm() {
        for (String form :
                List.of(
                        "tcp://x:1,tcp://y:2",
                        "[tcp://x:1, tcp://y:2]",
                        "[\"tcp://x:1\", \"tcp://y:2\"]")) {
            SourceProperties properties =
                    properties(Map.of("PASSWORD", "p", "MQTT_SOURCE__DEFAULT__SERVERS", form));

            assertThat(properties.source("mqtt", null).get("servers"))
                    .as(form)
                    .isEqualTo(List.of("tcp://x:1", "tcp://y:2"));
        }
    }

    @Test
    void whenASectionIsOverridden_thenOnlyThatSectionIs() {
        SourceProperties properties =
                properties(
                        Map.of(
                                "PASSWORD", "p",
                                "MQTT_SOURCE__OTHER__QOS", "0",
                                "HTTPPULL__DEFAULT__URL", "http://pull",
                                "ACME__DEFAULT__RATE", "2.5"));

        assertThat(properties.source("mqtt", null)).containsEntry("qos", 1L);
        assertThat(properties.source("mqtt", "other")).containsEntry("qos", 0L);
        assertThat(properties.source("httppull", null)).containsEntry("url", "http://pull");
        assertThat(properties.source("acme", null)).containsEntry("rate", 2.5);
    }

    @Test
    void whenTheFileChanges_thenTheNextStartSeesIt() throws Exception {
        SourceProperties properties = properties(Map.of("PASSWORD", "p"));
        properties.source("mqtt", null);

        Files.writeString(etc.resolve("mqtt_source.yaml"), "default: {qos: 2}");

        assertThat(properties.source("mqtt", null)).isEqualTo(Map.of("qos", 2L));
    }

    @Test
    void whenAReferenceLeadsNowhere_thenItIsTold() {
        assertThatThrownBy(() -> properties(Map.of()).source("mqtt", null))
                .isInstanceOf(ConfigException.class)
                .hasMessage(
                        etc.resolve("mqtt_source.yaml")
                                + " refers to the environment variable PASSWORD, which is not set");
    }

    @Test
    void whenReferencesStandInsideOfValues_thenTheyAreReplaced() {
        assertThat(properties(Map.of()).source("httppull", null).get("headers"))
                .isEqualTo(Map.of("Accept", "application/json", "X-Token", "Bearer s3cret"));
    }

    @Test
    void whenAnActionRefersToAFile_thenOnlySecretsCanBeRead() throws Exception {
        SourceProperties properties = properties(Map.of());
        Files.writeString(etc.resolve("users"), "user admin");

        assertThat(properties.action(Map.of("token", "${file:secrets/token}"), "action"))
                .containsEntry("token", "s3cret");
        for (String path : List.of("users", "secrets/../users", "/etc/passwd", "../data/x")) {
            assertThatThrownBy(
                            () -> properties.action(Map.of("t", "${file:" + path + "}"), "action"))
                    .as(path)
                    .hasMessageContaining("may only refer to files in");
        }
    }

    @Test
    void whenATypeIsNoFileName_thenNoFileIsRead() {
        assertThat(properties(Map.of()).source("../mqtt_source", null)).isEmpty();
    }

    private SourceProperties properties(Map<String, String> environment) {
        return new SourceProperties(etc, environment);
    }
}
