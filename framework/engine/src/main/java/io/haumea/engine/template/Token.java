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
package io.haumea.engine.template;

import io.haumea.engine.template.text.Quoting;

/**
 * A piece of a template.
 *
 * @param kind what it is
 * @param text as it is written; of a text between actions, what is left after trimming
 * @param from where it begins
 */
record Token(Kind kind, String text, int from) {

    private static final int MOST_SHOWN = 10;

    enum Kind {
        TEXT,
        LEFT_DELIMITER,
        RIGHT_DELIMITER,
        SPACE,
        /** A word with a meaning of its own, such as {@code if}. */
        KEYWORD,
        IDENTIFIER,
        VARIABLE,
        /** A dot and a name, such as {@code .temperature}. */
        FIELD,
        DOT,
        NIL,
        BOOLEAN,
        NUMBER,
        CHARACTER,
        STRING,
        RAW_STRING,
        ASSIGN,
        DECLARE,
        PIPE,
        LEFT_PARENTHESIS,
        RIGHT_PARENTHESIS,
        /** Any other character. */
        OTHER,
        END
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean is(Kind wanted, String word) {
        return kind == wanted && text.equals(word);
    }

    int to() {
        return from + text.length();
    }

    /** How errors show it. */
    String shown() {
        if (kind == Kind.END) {
            return "EOF";
        }
        if (kind == Kind.KEYWORD) {
            return "<" + text + ">";
        }
        if (text.length() > MOST_SHOWN) {
            return Quoting.quote(text.substring(0, MOST_SHOWN)) + "...";
        }
        return Quoting.quote(text);
    }
}
