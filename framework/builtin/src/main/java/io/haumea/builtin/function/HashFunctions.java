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
package io.haumea.builtin.function;

import static io.haumea.builtin.function.Arguments.nullable;

import io.haumea.sdk.data.DataType;
import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.function.FunctionDefinition;
import io.haumea.sdk.function.ScalarFunction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Digests of the UTF-8 bytes of a text, in hexadecimal; NULL gives NULL. */
final class HashFunctions {

    private HashFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                hash("md5", "MD5"),
                hash("sha1", "SHA-1"),
                hash("sha256", "SHA-256"),
                hash("sha384", "SHA-384"),
                hash("sha512", "SHA-512"));
    }

    private static FunctionDefinition hash(String name, String algorithm) {
        return ScalarFunction.named(name)
                .summary("The " + algorithm + " digest of the text, in hexadecimal.")
                .parameter("text", "a text; other values count as their text")
                .example(name + "(\"a\") = \"" + hash(digest(algorithm), "a") + "\"")
                .check(Arguments.texts(1))
                .returns(DataType.STRING)
                .callPerPlace(
                        () -> {
                            MessageDigest digest = digest(algorithm);
                            return nullable(a -> hash(digest, Arguments.text(a[0])));
                        });
    }

    private static String hash(MessageDigest digest, String text) {
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new HaumeaException(
                    ErrorCode.INTERNAL, "This Java runtime has no " + algorithm, e);
        }
    }
}
