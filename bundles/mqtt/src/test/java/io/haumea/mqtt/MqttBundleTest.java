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

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MqttBundleTest {

    private static final Path CLASSES = Path.of("target", "classes");

    @Test
    void whenPacked_thenItExportsNothingAndImportsOnlySdkLoggingAndJdk() throws Exception {
        Attributes manifest;
        try (InputStream in = Files.newInputStream(CLASSES.resolve("META-INF/MANIFEST.MF"))) {
            manifest = new Manifest(in).getMainAttributes();
        }

        assertThat(manifest.getValue("Bundle-SymbolicName")).isEqualTo("io.haumea.mqtt");
        assertThat(manifest.getValue("Export-Package")).isNull();
        assertThat(manifest.getValue("Service-Component"))
                .contains("MqttSourceFactory", "MqttSinkFactory");
        assertThat(
                        Stream.of(
                                manifest.getValue("Import-Package")
                                        .replaceAll("\"[^\"]*\"", "")
                                        .split(",", -1)))
                .allMatch(name -> name.matches("(io\\.haumea\\.sdk\\.|org\\.slf4j|javax?\\.).*"));
    }

    @Test
    void whenPacked_thenTheClientFindsItsPartsInside() {
        assertThat(CLASSES.resolve("META-INF/services"))
                .isDirectoryContaining(
                        "glob:**org.eclipse.paho.client.mqttv3.spi.NetworkModuleFactory");
        assertThat(CLASSES.resolve("org/eclipse/paho/client/mqttv3/internal/nls/logcat.properties"))
                .exists();
        assertThat(CLASSES.resolve("org/eclipse/paho/client/mqttv3/logging/JSR47Logger.class"))
                .exists();
    }
}
