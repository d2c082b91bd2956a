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

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads private keys from PEM: PKCS#8 of any kind, PKCS#1 (RSA, RFC 8017 A.1.2) and SEC 1 (elliptic
 * curves, RFC 5915). The JDK reads PKCS#8 alone; the others are put into its envelope (RFC 5208).
 */
final class PemKey {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z ]*PRIVATE KEY)-----([^-]*)-----END \\1-----");

    private static final byte[] VERSION_0 = {0x02, 0x01, 0x00};

    /** Object identifier 1.2.840.113549.1.1.1 and no parameters. */
    private static final byte[] RSA = {
        0x30,
        0x0d,
        0x06,
        0x09,
        0x2a,
        (byte) 0x86,
        0x48,
        (byte) 0x86,
        (byte) 0xf7,
        0x0d,
        0x01,
        0x01,
        0x01,
        0x05,
        0x00
    };

    /** Object identifier 1.2.840.10045.2.1. */
    private static final byte[] EC = {
        0x06, 0x07, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x02, 0x01
    };

    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;
    private static final int CURVE = 0xa0;

    private PemKey() {}

    /**
     * Reads the first private key of a PEM text.
     *
     * @param pem the text of the file
     * @param algorithm that of the public key
     * @throws IllegalArgumentException if there is no key that can be read
     * @throws GeneralSecurityException if it is no key of that algorithm
     */
    static PrivateKey parse(String pem, String algorithm) throws GeneralSecurityException {
        Matcher block = BLOCK.matcher(pem);
        if (!block.find()) {
            throw new IllegalArgumentException("it holds no private key in PEM form");
        }
        String body = block.group(2);
        if (block.group(1).startsWith("ENCRYPTED") || body.contains("ENCRYPTED")) {
            throw new IllegalArgumentException(
                    "the private key has a password; write it without one, for example with"
                            + " 'openssl pkey -in KEY -out PLAIN'");
        }
        byte[] der = Base64.getMimeDecoder().decode(body);
        byte[] pkcs8 =
                switch (block.group(1)) {
                    case "PRIVATE KEY" -> der;
                    case "RSA PRIVATE KEY" -> envelope(RSA, der);
                    case "EC PRIVATE KEY" -> envelope(element(SEQUENCE, join(EC, curve(der))), der);
                    default ->
                            throw new IllegalArgumentException(
                                    "it holds a " + block.group(1) + ", which can't be read");
                };
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    private static byte[] envelope(byte[] algorithm, byte[] key) {
        return element(SEQUENCE, join(VERSION_0, algorithm, element(OCTET_STRING, key)));
    }

    /** The name of the curve: the content of the element [0] of the outer sequence. */
    private static byte[] curve(byte[] der) {
        try {
            int at = content(der, 0);
            while (at < der.length) {
                int start = content(der, at);
                int end = start + length(der, at);
                if ((der[at] & 0xff) == CURVE) {
                    return Arrays.copyOfRange(der, start, end);
                }
                at = end;
            }
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("the private key is cut off", e);
        }
        throw new IllegalArgumentException("the private key does not name its curve");
    }

    /** Where the content of the element at a position starts. */
    private static int content(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
    }

    /** The length of the content of the element at a position. */
    private static int length(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = 0; i < (first & 0x7f); i++) {
            length = (length << 8) | (der[at + 2 + i] & 0xff);
        }
        if (length < 0 || length > der.length) {
            throw new IllegalArgumentException("the private key is damaged");
        }
        return length;
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        int length = content.length;
        if (length < 0x80) {
            out.write(length);
        } else {
            int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
            out.write(0x80 | bytes);
            for (int i = bytes - 1; i >= 0; i--) {
                out.write(length >>> (8 * i));
            }
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
