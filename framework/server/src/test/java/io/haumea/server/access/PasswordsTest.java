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
package io.haumea.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords(new SecureRandom(), 10);

    @Test
    void whenItIsADecoy_thenItLooksLikeAHashSoThatComparingTakesAsLong() {
        String hash = passwords.hash("secret");

        String decoy = passwords.decoy();

        assertThat(decoy).hasSameSizeAs(hash).startsWith("pbkdf2-sha256:10:");
        assertThat(decoy).isNotEqualTo(passwords.decoy());
        assertThat(Passwords.matches("secret", hash)).isTrue();
        assertThat(Passwords.matches("secret", decoy)).isFalse();
    }
}
