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

class ServerSettingsTest {

    @TempDir Path home;

    @BeforeEach
    void makeEtc() throws Exception {
        Files.createDirectories(home.resolve("etc"));
    }

    @Test
    void whenNothingIsConfigured_thenTheDocumentedDefaultsHold() {
        ServerSettings settings = load(Map.of());

        assertThat(settings.rule().bufferLength()).isEqualTo(1024);
        assertThat(settings.rule().lateToleranceMillis()).isEqualTo(1000);
        assertThat(settings.rule().checkpointIntervalMillis()).isEqualTo(300_000);
        assertThat(settings.access().anonymous()).isEqualTo("edit");
        assertThat(settings.access().anonymousRemote()).isEqualTo("none");
        assertThat(settings.address()).isEqualTo(new ServerSettings.Address("127.0.0.1", 9081));
        assertThat(settings.paths().inbox()).isEqualTo(home.resolve("plugins"));
    }

    @Test
    void whenFileAndEnvironmentSaySomething_thenTheEnvironmentWins() throws Exception {
        write("rule:\n  qos: 1\n  bufferLength: 7\nrest:\n  allowedHosts: [a.example]\n");

        ServerSettings settings =
                load(
                        Map.of(
                                "KUIPER__RULE__QOS", "0",
                                "HAUMEA__RULE__QOS", "2",
                                "KUIPER__RULE__CHECKPOINTINTERVAL", "5000",
                                "HAUMEA__RULE__ISEVENTTIME", "true",
                                "HAUMEA__REST__ALLOWEDHOSTS", "b.example, c.example",
                                "HAUMEA_HOME", "/opt"));

        assertThat(settings.rule().qos()).isEqualTo(2);
        assertThat(settings.rule().bufferLength()).isEqualTo(7);
        assertThat(settings.rule().checkpointIntervalMillis()).isEqualTo(5000);
        assertThat(settings.rule().isEventTime()).isTrue();
        assertThat(settings.access().allowedHosts()).containsExactly("b.example", "c.example");
    }

    @Test
    void whenOnlyTheReferencesFileIsThere_thenItIsRead() throws Exception {
        Files.writeString(
                home.resolve("etc/kuiper.yaml"), "basic:\n  debug: false\nrule:\n  qos: 1\n");

        assertThat(load(Map.of()).rule().qos()).isEqualTo(1);
    }

    @Test
    void whenTheFileIsNoYaml_thenOneLineTellsWhere() throws Exception {
        write("rule:\n  qos: 1\n bufferLength: 3\n");

        assertThatThrownBy(() -> load(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(home.resolve("etc/haumea.yaml") + ", line 3, column ")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void whenAValueIsWrong_thenPlaceAndWishAreTold() throws Exception {
        write("rule:\n  qos: 3\n");

        assertThatThrownBy(() -> load(Map.of()))
                .hasMessage(
                        home.resolve("etc/haumea.yaml")
                                + ", line 2, column 8: rule.qos must be a whole number from 0 to 2,"
                                + " but is '3'");
    }

    @Test
    void whenAVariableIsWrong_thenItIsNamed() {
        assertThatThrownBy(() -> load(Map.of("HAUMEA__REST__ANONYMOUS", "admin")))
                .hasMessage(
                        "environment variable HAUMEA__REST__ANONYMOUS: rest.anonymous must be one"
                                + " of none, view, edit, but is 'admin'");
    }

    @Test
    void whenItIsTheDemo_thenItsInboxIsItsOwn() {
        ServerSettings settings =
                ServerSettings.load(
                        Map.of("haumea.home", home.toString(), "haumea.demo", "true")::get,
                        Map.of());

        assertThat(settings.paths().inbox()).isEqualTo(home.resolve("data/inbox"));
    }

    private void write(String yaml) throws Exception {
        Files.writeString(home.resolve("etc/haumea.yaml"), yaml);
    }

    private ServerSettings load(Map<String, String> environment) {
        return ServerSettings.load(Map.of("haumea.home", home.toString())::get, environment);
    }

    @Test
    void whenTheReferencesFileAsksForWhatIsElsewhereHere_thenThatIsTold() throws Exception {
        write("basic:\n  restPort: 9082\n  debug: true\n  consoleLog: false\n");
        Section file = Section.of(home.resolve("etc/haumea.yaml"), List.of("HAUMEA"), Map.of());

        assertThat(IgnoredSettings.of(file, 9082)).hasSize(1);
        assertThat(IgnoredSettings.of(file, 9081))
                .satisfiesExactly(
                        port ->
                                assertThat(port)
                                        .contains(
                                                "haumea.yaml",
                                                "basic.restPort 9082 has no effect",
                                                "--port 9082"),
                        debug -> assertThat(debug).contains("basic.debug", "logback.xml"));
    }
}
