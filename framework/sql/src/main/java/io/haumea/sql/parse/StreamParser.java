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
package io.haumea.sql.parse;

import io.haumea.sdk.data.Schema;
import io.haumea.sql.ast.CreateStream;
import io.haumea.sql.parse.Token.Kind;
import io.haumea.sql.stream.StreamDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Parses CREATE STREAM after its first word. */
final class StreamParser {

    private static final Set<String> OPTIONS =
            Set.of(
                    "DATASOURCE",
                    "FORMAT",
                    "KEY",
                    "CONF_KEY",
                    "TYPE",
                    "STRICT_VALIDATION",
                    "TIMESTAMP",
                    "TIMESTAMP_FORMAT");

    private final TokenStream tokens;

    StreamParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    CreateStream create() {
        tokens.expectWord("STREAM", "expected keyword stream.");
        String name = tokens.expectName(Words.AS_STREAM, "expected stream name.").text();
        tokens.expectSymbol("(", "expected lparen after stream name.");
        Schema schema = new Schema(new TypeParser(tokens).columns());
        if (tokens.atSymbol(")")) {
            throw TokenStream.found(tokens.peek(), "expect stream options.");
        }
        tokens.expectWord("WITH", "expected is with.");
        Map<String, String> options = options();
        if (!tokens.atEnd()) {
            throw TokenStream.found(tokens.peek(), "expected semicolon or EOF.");
        }
        return new CreateStream(new StreamDefinition(name, schema, options));
    }

    private Map<String, String> options() {
        tokens.expectSymbol("(", "expect stream options.");
        Map<String, String> options = new LinkedHashMap<>();
        while (!tokens.acceptSymbol(")")) {
            if (!tokens.acceptSymbol(",")) {
                option(options);
            }
        }
        return options;
    }

    private void option(Map<String, String> options) {
        Token key = tokens.next();
        if (key.kind() != Kind.WORD) {
            throw TokenStream.found(key, "expect stream options.");
        }
        if (!key.isWordOf(OPTIONS)) {
            throw TokenStream.found(
                    key,
                    "unknown option"
                            + " keys(DATASOURCE|FORMAT|KEY|CONF_KEY|STRICT_VALIDATION|TYPE).");
        }
        tokens.expectSymbol("=", "expect equals(=) in options.");
        Token value = tokens.next();
        if (value.kind() != Kind.STRING) {
            throw TokenStream.found(value, "expect string value in option.");
        }
        checkFlag(key, value);
        options.put(key.upper(), value.text());
    }

    private static void checkFlag(Token key, Token value) {
        if (key.isWord("STRICT_VALIDATION")
                && !value.text().equalsIgnoreCase("true")
                && !value.text().equalsIgnoreCase("false")) {
            throw TokenStream.found(value, "expect TRUE/FALSE value in STRICT_VALIDATION option.");
        }
    }
}
