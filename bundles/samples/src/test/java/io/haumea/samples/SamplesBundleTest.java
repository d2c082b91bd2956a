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
package io.haumea.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class SamplesBundleTest {

    @Test
    void whenTheBundleIsMade_thenItImportsTheSdkAndSlf4jAloneAndExportsNothing()
            throws IOException {
        // when
        BundleManifest manifest = BundleManifest.read();
        // then
        assertThat(manifest.imports())
                .contains("io.haumea.sdk.config")
                .allMatch(name -> name.startsWith("io.haumea.sdk.") || name.equals("org.slf4j"));
        assertThat(manifest.names("Export-Package")).isEmpty();
    }

    @Test
    void whenTheBundleIsMade_thenItDeclaresItsThreeComponents() throws IOException {
        assertThat(BundleManifest.read().names("Service-Component"))
                .containsExactlyInAnyOrder(
                        "OSGI-INF/io.haumea.samples.SampleFunctions.xml",
                        "OSGI-INF/io.haumea.samples.TcpSinkFactory.xml",
                        "OSGI-INF/io.haumea.samples.TickerSourceFactory.xml");
    }
}
