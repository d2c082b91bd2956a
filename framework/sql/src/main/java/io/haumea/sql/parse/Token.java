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

import io.haumea.sql.error.Position;
import java.util.Locale;
import java.util.Set;

/**
 * A token of a statement.
 *
 * @param kind what it is
 * @param text a word or number as written, the content of a string or quoted name, the symbol
 *     without blanks
 * @param position its first character
 * @param offset its first character in the text, from 0
 */
record Token(Kind kind, String text, Position position, int offset) {

    /** Kinds of tokens. */
    enum Kind {
        WORD,
        QUOTED,
        STRING,
        INTEGER,
        NUMBER,
        SYMBOL,
        /** What no statement may contain. */
        ILLEGAL,
        END
    }

    /** Words that messages show in upper case, as the reference does. */
    private static final Set<String> KEYWORDS =
            Set.of(
                    ("SELECT FROM AS WHERE AND OR GROUP BY HAVING ORDER ASC DESC FILTER INNER LEFT"
                                    + " RIGHT FULL CROSS JOIN ON CREATE DROP EXPLAIN DESCRIBE SHOW"
                                    + " STREAM STREAMS WITH BIGINT FLOAT STRING DATETIME BOOLEAN"
                                    + " ARRAY STRUCT DATASOURCE KEY FORMAT CONF_KEY TYPE"
                                    + " STRICT_VALIDATION TIMESTAMP TIMESTAMP_FORMAT TRUE FALSE DD"
                                    + " HH MI SS MS")
                            .split(" ", -1));

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean isWordOf(Set<String> upperCaseWords) {
        return kind == Kind.WORD && upperCaseWords.contains(upper());
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    String upper() {
        return text.toUpperCase(Locale.ROOT);
    }

    /** How a message shows it: in double quotes, with escapes. */
    String shown() {
        return switch (kind) {
            case END -> QuotedText.quote("EOF");
            case WORD -> QuotedText.quote(KEYWORDS.contains(upper()) ? upper() : text);
            default -> QuotedText.quote(text);
        };
    }
}
