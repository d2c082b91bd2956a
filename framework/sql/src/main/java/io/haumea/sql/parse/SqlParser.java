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

import io.haumea.sql.ast.DescribeStream;
import io.haumea.sql.ast.DropStream;
import io.haumea.sql.ast.ExplainStream;
import io.haumea.sql.ast.Select;
import io.haumea.sql.ast.ShowStreams;
import io.haumea.sql.ast.Statement;
import io.haumea.sql.error.NearestName;
import io.haumea.sql.error.SqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses statements. Thread-safe; keeps nothing between calls. */
public final class SqlParser {

    private SqlParser() {}

    /**
     * Parses one statement. What comes after its semicolon is not looked at.
     *
     * @param text the statement
     * @return the statement, or empty if the text does not begin as one, so that callers can answer
     *     in their own words
     * @throws SqlException if it begins as a statement and goes on as none
     */
    public static Optional<Statement> parse(String text) {
        return statement(new TokenStream(Lexer.tokens(text)), text);
    }

    /**
     * Parses a SELECT. What comes after its semicolon is not looked at.
     *
     * @param text the statement
     * @return the statement
     * @throws SqlException if it is none, or another statement
     */
    public static Select parseSelect(String text) {
        TokenStream tokens = new TokenStream(Lexer.tokens(text));
        return select(tokens, text);
    }

    /**
     * Parses SELECTs separated by semicolons.
     *
     * @param text the statements
     * @return the statements in order; none for an empty text
     * @throws SqlException at the first that is none
     */
    public static List<Select> parseSelects(String text) {
        TokenStream tokens = new TokenStream(Lexer.tokens(text));
        List<Select> selects = new ArrayList<>();
        while (tokens.peek().kind() != Token.Kind.END) {
            if (tokens.acceptSymbol(";")) {
                continue;
            }
            int from = tokens.peek().offset();
            Select select = select(tokens, text);
            int to = tokens.peek().offset();
            selects.add(
                    new Select(
                            text.substring(from, to).strip(),
                            select.items(),
                            select.from(),
                            select.where(),
                            select.groupBy(),
                            select.having(),
                            select.orderBy()));
        }
        return selects;
    }

    /**
     * What to say of a text that does not begin as it should.
     *
     * @param text the text
     * @param message what is wrong with it
     * @param words how it could begin
     * @return the error, at the first word, with the nearest of the words
     */
    public static SqlException notBegun(String text, String message, List<String> words) {
        Token first = Lexer.tokens(text).get(0);
        String proposal =
                first.kind() == Token.Kind.WORD
                        ? NearestName.proposal(first.text(), words).orElse(null)
                        : null;
        return new SqlException(message, first.position(), proposal);
    }

    private static Select select(TokenStream tokens, String text) {
        if (!tokens.acceptWord("SELECT")) {
            throw new SqlException(
                    "Found " + tokens.peek().shown() + ", Expected SELECT.\n",
                    tokens.peek().position());
        }
        return new SelectParser(tokens).select(text);
    }

    private static Optional<Statement> statement(TokenStream tokens, String text) {
        if (tokens.atWord("SELECT")) {
            return Optional.of(select(tokens, text));
        }
        if (tokens.acceptWord("CREATE")) {
            return Optional.of(new StreamParser(tokens).create());
        }
        if (tokens.acceptWord("DROP")) {
            return Optional.of(new DropStream(streamName(tokens)));
        }
        if (tokens.acceptWord("DESCRIBE")) {
            return Optional.of(new DescribeStream(streamName(tokens)));
        }
        if (tokens.acceptWord("EXPLAIN")) {
            return Optional.of(new ExplainStream(streamName(tokens)));
        }
        if (tokens.acceptWord("SHOW")) {
            tokens.expectWord("STREAMS", "expected keyword streams.");
            if (!tokens.atEnd()) {
                throw TokenStream.found(tokens.peek(), "expected semecolon or EOF.");
            }
            return Optional.of(new ShowStreams());
        }
        return Optional.empty();
    }

    /** The name after STREAM; as in the reference, what follows it is not looked at. */
    private static String streamName(TokenStream tokens) {
        tokens.expectWord("STREAM", "expected keyword stream.");
        return tokens.expectName(Words.AS_STREAM, "expected stream name.").text();
    }
}
