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

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoBrokerTest {

    @TempDir private Path locks;

    @Test
    void whenTwoChooseBeforeEitherBinds_thenTheyChooseDifferentPorts() throws IOException {
        // when
        DemoBroker first = DemoBroker.free(locks);
        DemoBroker second = DemoBroker.free(locks);

        // then
        assertThat(first.port()).isNotEqualTo(second.port());
        first.close();
        second.close();
    }
}
