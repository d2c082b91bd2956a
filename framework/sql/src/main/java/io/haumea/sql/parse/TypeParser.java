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

import io.haumea.sdk.data.DataType;
import io.haumea.sdk.data.Field;
import io.haumea.sql.error.SqlException;
import io.haumea.sql.parse.Token.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Parses columns and their types. */
final class TypeParser {

    private static final Map<String, DataType> SIMPLE =
            Map.of(
                    "BIGINT", DataType.BIGINT,
                    "FLOAT", DataType.FLOAT,
                    "STRING", DataType.STRING,
                    "DATETIME", DataType.DATETIME,
                    "BOOLEAN", DataType.BOOLEAN);

    private final TokenStream tokens;

    TypeParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** Columns up to and with the closing parenthesis; the opening one was just taken. */
    List<Field> columns() {
        tokens.enter(tokens.peek().position());
        List<Field> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        while (!tokens.acceptSymbol(")")) {
            Token token = tokens.expectName(Words.AS_ALIAS, "expect stream field name.");
            String name = token.text();
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw new SqlException(
                        "The column " + name + " is declared twice.",
                        token.position(),
                        "Columns are found without regard to case.");
            }
            DataType type = type();
            columns.add(new Field(name, type));
            if (tokens.acceptSymbol(")")) {
                break;
            }
            tokens.expectSymbol(",", "expect comma or rparen.");
            if (type instanceof DataType.Struct) {
                // Definitions of old need two commas after a struct.
                tokens.acceptSymbol(",");
            }
        }
        tokens.leave();
        return columns;
    }

    private DataType type() {
        Token token = tokens.peek();
        if (tokens.acceptWord("ARRAY")) {
            tokens.expectSymbol("(", "expect lparen after array.");
            DataType element = elementType();
            tokens.expectSymbol(")", "expect rparen after array type.");
            return DataType.array(element);
        }
        if (tokens.acceptWord("STRUCT")) {
            return struct();
        }
        DataType simple = token.kind() == Kind.WORD ? SIMPLE.get(token.upper()) : null;
        if (simple == null) {
            throw TokenStream.found(
                    token,
                    "expect valid stream field types(BIGINT | FLOAT | STRINGS | DATETIME | BOOLEAN"
                            + " | ARRAY | STRUCT).");
        }
        tokens.next();
        return simple;
    }

    private DataType elementType() {
        Token token = tokens.peek();
        if (tokens.acceptWord("STRUCT")) {
            return struct();
        }
        DataType simple = token.kind() == Kind.WORD ? SIMPLE.get(token.upper()) : null;
        if (simple == null) {
            throw TokenStream.found(token, "expect stream data types.");
        }
        tokens.next();
        return simple;
    }

    private DataType struct() {
        tokens.expectSymbol("(", "expect lparen after struct.");
        if (tokens.atSymbol(")")) {
            throw TokenStream.found(tokens.peek(), "expect stream field name.");
        }
        return DataType.struct(columns());
    }
}
