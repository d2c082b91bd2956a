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
package io.haumea.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelSettingsTest {
    @TempDir Path folder;
    private TestHome home;

    @BeforeEach
    void makeHome() throws Exception {
        home = new TestHome(folder.resolve("home"));
        home.properties().remove("haumea.port");
    }

    @Test
    void whenNothingIsSet_thenItListensOnLoopbackAndKeepsEverythingAtHome() throws Exception {
        KernelSettings settings = home.settings();

        assertThat(settings.framework())
                .containsEntry("org.osgi.service.http.port", "9081")
                .containsEntry("org.apache.felix.http.host", "127.0.0.1")
                .containsEntry("haumea.port", "9081")
                .containsEntry("haumea.plugins", home.path() + "/plugins");
        assertThat(settings.data()).isEqualTo(home.path().resolve("data"));
        assertThat(settings.log()).isEqualTo(home.path().resolve("log"));
    }

    @Test
    void whenDataIsMoved_thenLogsGoWithItAndPluginsStay() throws Exception {
        KernelSettings settings = home.set("haumea.data", folder + "/other").settings();

        assertThat(settings.data()).isEqualTo(folder.resolve("other"));
        assertThat(settings.log()).isEqualTo(folder.resolve("other/log"));
        assertThat(settings.framework()).containsEntry("haumea.plugins", home.path() + "/plugins");
    }

    @Test
    void whenAPropertyIsAlsoInTheFile_thenTheProcessPropertyWins() throws Exception {
        home.etc(
                "kernel.properties",
                "org.osgi.service.http.port=1234\nmy.key=file\nother.key=file\n");

        KernelSettings settings = home.set("my.key", "process").settings();

        assertThat(settings.framework())
                .containsEntry("org.osgi.service.http.port", "1234")
                .containsEntry("haumea.port", "1234")
                .containsEntry("my.key", "process")
                .containsEntry("other.key", "file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "", "-1", "65536", "9081.5"})
    void whenThePortIsNoPort_thenTheFailureSaysSo(String port) {
        home.set("haumea.port", port);

        assertThatThrownBy(home::settings)
                .isInstanceOf(StartFailure.class)
                .hasMessageEndingWith("but is '" + port + "'");
    }

    @Test
    void whenTheFileIsMalformed_thenTheFailureNamesIt() throws Exception {
        home.etc("kernel.properties", "a=\\u12");

        assertThatThrownBy(home::settings)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("cannot read " + home.path() + "/etc/kernel.properties");
    }

    @Test
    void whenTheHomeIsMissing_thenTheFailurePointsToTheScript() {
        assertThatThrownBy(() -> KernelSettings.from(new Properties()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("start the server with bin/haumea");
    }
}
