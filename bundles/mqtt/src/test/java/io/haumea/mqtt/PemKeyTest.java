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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PemKeyTest {

    /** Bytes before the key itself in the PKCS#8 form of an RSA key of 2048 bits. */
    private static final int ENVELOPE = 26;

    @ParameterizedTest
    @CsvSource({"RSA, 2048", "EC, 256", "Ed25519, 255"})
    void whenAKeyIsInPkcs8_thenItIsRead(String algorithm, int size) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        PrivateKey key = generator.generateKeyPair().getPrivate();

        assertThat(PemKey.parse(pem("PRIVATE KEY", key.getEncoded()), algorithm)).isEqualTo(key);
    }

    @Test
    void whenAnRsaKeyIsInPkcs1_thenItIsRead() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        PrivateKey key = generator.generateKeyPair().getPrivate();
        byte[] encoded = key.getEncoded();
        byte[] pkcs1 = Arrays.copyOfRange(encoded, ENVELOPE, encoded.length);

        assertThat(PemKey.parse("text\n" + pem("RSA PRIVATE KEY", pkcs1), "RSA")).isEqualTo(key);
    }

    @Test
    void whenTheKeyHasAPassword_thenTheErrorSaysWhatToDo() {
        assertThatThrownBy(() -> PemKey.parse(pem("ENCRYPTED PRIVATE KEY", new byte[] {1}), "RSA"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("openssl pkey");
    }

    @Test
    void whenThereIsNoKey_thenTheErrorSaysSo() {
        assertThatThrownBy(() -> PemKey.parse(pem("CERTIFICATE", new byte[] {1}), "RSA"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("it holds no private key in PEM form");
    }

    @Test
    void whenAnEcKeyIsCutOff_thenTheErrorSaysSo() {
        assertThatThrownBy(() -> PemKey.parse(pem("EC PRIVATE KEY", new byte[] {0x30, 5, 2}), "EC"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the private key is cut off");
    }

    private static String pem(String name, byte[] der) {
        Base64.Encoder encoder =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN "
                + name
                + "-----\n"
                + encoder.encodeToString(der)
                + "\n-----END "
                + name
                + "-----\n";
    }
}
